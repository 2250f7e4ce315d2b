// Where one is in the page: the part of the address after #, so that the server knows two files and no routes.
export type Route =
  | { readonly page: 'overview' | 'auctions' | 'contracts' | 'tasks' | 'receipts' | 'nodes' }
  | { readonly page: 'auction' | 'contract' | 'task' | 'receipt'; readonly id: `0x${string}` }
  | { readonly page: 'unknown' };

export const SECTIONS = ['overview', 'auctions', 'contracts', 'tasks', 'receipts', 'nodes'] as const;
export type Section = (typeof SECTIONS)[number];

const DETAILS = { auctions: 'auction', contracts: 'contract', tasks: 'task', receipts: 'receipt' } as const;

export function routeOf(hash: string): Route {
  const [section = '', id, ...more] = hash.replace(/^#?\/?/, '').split('/');
  if (section === '' && id === undefined) return { page: 'overview' };
  const known = SECTIONS.find((one) => one === section);
  if (known === undefined || known === 'overview' || more.length > 0) return { page: 'unknown' };
  if (id === undefined) return { page: known };
  if (known === 'nodes' || !/^0x[0-9a-f]{64}$/.test(id)) return { page: 'unknown' };
  return { page: DETAILS[known], id: id as `0x${string}` };
}

export function hrefOf(route: Exclude<Route, { readonly page: 'unknown' }>): string {
  switch (route.page) {
    case 'overview':
      return '#/';
    case 'auction':
    case 'contract':
    case 'task':
    case 'receipt':
      return `#/${route.page}s/${route.id}`;
    default:
      return `#/${route.page}`;
  }
}

/** The entry of the navigation under which a route stands. */
export function sectionOf(route: Route): Section | undefined {
  switch (route.page) {
    case 'auction':
    case 'contract':
    case 'task':
    case 'receipt':
      return `${route.page}s`;
    case 'unknown':
      return undefined;
    default:
      return route.page;
  }
}
