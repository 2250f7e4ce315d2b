// One line per transition: `time code key=value …`. Facts are numbers and public texts, so a share, a mask or a body has no way in.

export type LogFacts = Readonly<Record<string, string | number | bigint | boolean>>;
export type Log = (code: string, facts?: LogFacts) => void;

/** The text of one line. Spaces and control characters of a value are escaped, so that a peer's text cannot forge a line. */
export function logLine(nowMs: number, code: string, facts: LogFacts = {}): string {
  const pairs = Object.entries(facts).map(([key, value]) => `${key}=${quoted(String(value))}`);
  return [new Date(nowMs).toISOString(), code, ...pairs].join(' ');
}

function quoted(text: string): string {
  return /^[\x21-\x7e]*$/.test(text) && !text.includes('"') ? text : JSON.stringify(text);
}
