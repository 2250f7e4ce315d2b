// The paths of the operator's port.
import { dutiesOf } from '../duties.ts';
import { figuresOf } from '../figures.ts';
import { exposition, type Sample } from '../metrics.ts';
import type { Node } from '../node.ts';
import type { OperatorRoutes } from './operator.ts';

const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/** `more` = what the core does not know of its process. */
export function operatorRoutes(node: Node, more: () => readonly Sample[]): OperatorRoutes {
  const json = (
    status: number,
    body: unknown,
  ): { readonly status: number; readonly type: string; readonly text: string } => ({
    status,
    type: 'application/json',
    text: `${JSON.stringify(body)}\n`,
  });
  return {
    '/metrics': () => ({
      status: 200,
      type: metricsType,
      text: exposition([...figuresOf(node, Date.now()), ...more()]),
    }),
    '/health': () => json(200, { live: true, pid: process.pid, index: node.index, linked: node.linked() }),
    '/ready': () => {
      const ready = node.ready();
      return json(ready.ready ? 200 : 503, ready);
    },
    '/duties': () => json(200, dutiesOf(node)),
  };
}
