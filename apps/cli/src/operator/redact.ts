// An endpoint's address often is its password.
export function redacted(url: string): string {
  const { protocol, host, pathname, search, username } = new URL(url);
  const hides = pathname.length > 1 || search !== '' || username !== '';
  return `${protocol}//${host}${hides ? '/…' : ''}`;
}
