// Debian's Chromium, driven by playwright-core, and what its pages complained of.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why the browser cannot be tried here; undefined where it can. In CI that is a failure, which the test then shows. */
export function missingChromium(): string | undefined {
  if (existsSync(CHROMIUM) || process.env['CI'] === 'true') return undefined;
  return `there is no Chromium at ${CHROMIUM} (Debian: apt-get install chromium; elsewhere: CHROMIUM=/path/to/it)`;
}

export async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`CI must have Chromium at ${CHROMIUM}: .ci/run installs it with apt-get install chromium`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors on the console, exceptions, and breaches of the content policy. */
  readonly complaints: string[];
}

export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Watched> {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  await context.exposeFunction('tellBreach', (text: string) => void complaints.push(text));
  // As text: it runs in the page, not here.
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (e) => tellBreach('policy: ' + e.effectiveDirective + ' ' + e.blockedURI))`,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  return { context, page, complaints };
}
