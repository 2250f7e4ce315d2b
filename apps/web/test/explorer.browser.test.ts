// The explorer in a real browser, against a real network: clicks, both languages, a phone, an endpoint that lies and one that is gone.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ContractHandle } from '@enigma/client';
import { readAuctionRecord } from '@enigma/contracts';
import { launch, missingChromium, openPage, type Watched } from './chromium.ts';
import { castEntries, deploySample, mine, startNetwork, type LocalNetwork } from './network.ts';

const missing = missingChromium();
if (missing !== undefined) console.error(`NOT TRIED: the explorer in a browser, because ${missing}`);

/** Far enough for the slowest machine; the blocks are then made at once. */
const CLOSES_AFTER = 200n;
/** Deployed before the vote has closed. */
const AUCTION_CLOSES_AFTER = 2n * CLOSES_AFTER;
const PHONE = { width: 360, height: 740 };
/** Another policy hash than the contract's id binds. */
const OTHER = '77'.repeat(32);
const SCREENSHOT_BYTES_MIN = 8_000;

void describe('the explorer', { skip: missing ?? false, timeout: 400_000 }, () => {
  let network: LocalNetwork;
  let browser: Browser;
  let desk: Watched;
  let voting: ContractHandle;
  let millionaires: ContractHandle;
  let auction: ContractHandle;
  /** Of the two, while the page shows the first contract. */
  let deploying: Promise<void>;
  let page: Page;

  before(async () => {
    // The browser first: without one there is nothing to start a network for.
    browser = await launch();
    network = await startNetwork();
    desk = await openPage(browser, { locale: 'en-GB', viewport: { width: 1200, height: 800 } });
    page = desk.page;
  });
  after(async () => {
    await browser?.close();
    assert.equal(await network?.stop(), 0);
  });

  const link = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();
  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

  async function screenshot(of: Page, name: string): Promise<void> {
    const path = join(process.env['ENIGMA_SCREENSHOTS'] ?? network.folder, `${name}.png`);
    await of.screenshot({ path, fullPage: true });
    assert.ok(statSync(path).size > SCREENSHOT_BYTES_MIN, `${name} shows something`);
  }

  async function deployOthers(): Promise<void> {
    [millionaires, auction] = await Promise.all([
      deploySample(network, { name: 'millionaires', args: () => [], blocks: 0n, account: 1 }),
      deploySample(network, {
        name: 'sealed-bid-auction',
        args: (closes) => [closes, true],
        blocks: AUCTION_CLOSES_AFTER,
        account: 2,
      }),
    ]);
  }

  it('says what to do where there is nothing yet, and shows a contract as it comes', async () => {
    await page.goto(network.explorer);
    await heading('A network that computes on secrets');
    await page.evaluate(`globalThis.loadedOnce = true`);
    await link('Auctions');
    await page.getByText('No auction yet').waitFor();
    await link('Contracts');
    await page.getByText('No contract yet').waitFor();
    voting = await deploySample(network, { name: 'voting', args: (closes) => [4, closes], blocks: CLOSES_AFTER });
    deploying = deployOthers();
    const row = page.getByRole('row').filter({ hasText: 'votes of each candidate' });
    await row.getByText('serving').waitFor();
    await row.getByRole('link').click();
    await heading('Contract');
    const said = page.getByRole('region', { name: 'What it says in public' });
    assert.match(await said.innerText(), /Version 0.*candidates\s+4/s);
    const text = await page.locator('main').innerText();
    const { codeHash, policyHash } = voting.deployed.contract;
    for (const part of [
      voting.contractId,
      codeHash,
      policyHash,
      'recomputed here',
      'everyone',
      'ballots of each sender',
    ])
      assert.ok(text.includes(part), `${part} in\n${text}`);
  });

  it('follows a task from created to opened, and checks its result by itself', async () => {
    await castEntries(voting, [{ choice: 3 }, { choice: 1 }, { choice: 3 }]);
    // A committee that has not signed a first state within 64 blocks is none.
    await deploying;
    await mine(network, CLOSES_AFTER);
    const task = await voting.trigger('tally');
    await link('Tasks');
    await page.getByRole('link', { name: new RegExp(task.taskId.slice(0, 8)) }).click();
    await heading('Task tally');
    for (const name of ['created', 'computed', 'settled', 'final', 'opened'])
      await page.locator(`[data-step=${name}].done`).waitFor();
    await page.getByRole('heading', { name: 'Checked in this browser' }).waitFor();
    assert.deepEqual(await page.locator('.bar-value').allInnerTexts(), ['1', '0', '2', '0']);
    const checks = await page.locator('.checks > li').allInnerTexts();
    const signed = checks.find((text) => text.startsWith('Signatures over that digest'));
    assert.ok((signed?.match(/seat \d \(node \d\)/g) ?? []).length >= 3, checks.join('\n'));
    assert.ok(
      checks.some((text) => text.startsWith('Unmasked with pieces from seat')),
      checks.join('\n'),
    );
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('The chain shows the same result.').waitFor();
    await screenshot(page, 'task');
  });

  it('shows who signed the receipt and what they were paid', async () => {
    await link('Receipts');
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'tasks', exact: true }) });
    await row.getByRole('link').first().click();
    await heading('Receipt');
    assert.ok((await page.getByText('signed, paid').count()) >= 3);
    const pay = await page.locator('section[aria-labelledby=pay]').innerText();
    assert.match(pay, /To each seat that signed\s+(?!0 ENG)[\d.]+ ENG/);
  });

  it('shows every node with stake and health', async () => {
    await link('Nodes');
    for (const node of [0, 1, 2, 3]) {
      const row = page.getByRole('row').filter({ hasText: `Node ${node}` });
      await row.getByText('ready', { exact: true }).waitFor();
      assert.match(await row.innerText(), /10 units/);
    }
    assert.equal(await page.evaluate(`globalThis.loadedOnce`), true, 'all without loading the page again');
  });

  it('seals an argument, follows the call, and opens what another call reveals', async () => {
    await link('Contracts');
    await page.getByRole('link', { name: new RegExp(millionaires.contractId.slice(0, 8)) }).click();
    const worth = page.getByLabel(/worth/);
    await worth.fill('-1');
    await page.getByRole('button', { name: 'Call join' }).click();
    await page.getByText('worth is a whole number from 0 to 18446744073709551615.').waitFor();
    await worth.fill('41');
    await page.getByRole('button', { name: 'Call join' }).click();
    await heading('Task join');
    await page.locator('[data-step=final].done').waitFor();
    await page.getByText('This function returns nothing.').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Call richest' }).click();
    await heading('Task richest');
    await page.locator('[data-step=final].done').waitFor();
    await page.locator('.value').first().waitFor();
    assert.match(await page.locator('.value').first().innerText(), /^0x[0-9a-f]{40}$/);
  });

  it('seals bids in an auction, settles it, and shows what the record on chain was told', async () => {
    await link('Auctions');
    await heading('Sealed-bid auctions');
    await page.getByRole('link', { name: new RegExp(auction.contractId.slice(0, 8)) }).click();
    await heading('Sealed-bid auction');
    await page.getByText('pays the second highest').waitFor();
    await page.getByText('Anybody may settle once block').waitFor();
    const bid = page.getByLabel(/Your bid/);
    const send = page.getByRole('button', { name: 'Seal and send' });
    await bid.fill('-1');
    await send.click();
    await page.getByText('A bid is a whole number from 0 to 18446744073709551615.').waitFor();
    await bid.fill('95');
    await send.click();
    const own = page.locator('[data-own-bid]');
    await own.getByText('final').waitFor();
    assert.equal(await bid.inputValue(), '', 'the page has forgotten the amount');
    await castEntries(auction, [{ amount: 80n }, { amount: 50n }, { amount: 80n }]);
    // A second thought: the last bid counts, the first is no bid any more.
    await bid.fill('90');
    await send.click();
    await own.nth(1).getByText('final').waitFor();
    await own.nth(0).getByText('replaced').waitFor();
    await page.locator('[data-bids]').getByText('5', { exact: true }).waitFor();
    await screenshot(page, 'auction-open');

    await mine(network, AUCTION_CLOSES_AFTER);
    await page.getByText('No bid is taken now.').waitFor();
    await page.getByRole('button', { name: 'Settle the auction' }).click();
    for (const name of ['created', 'computed', 'settled', 'final', 'opened'])
      await page.locator(`[data-step=${name}].done`).waitFor();
    await page.getByText('It holds the very result that this browser opened.').waitFor();
    const results = await page.locator('[data-result]').allInnerTexts();
    assert.equal(results.length, 2, 'opened here, and recorded on chain');
    for (const result of results) {
      assert.match(result, /Winner\s+0x[0-9a-f]{40}\s+\(you\)/);
      assert.match(result, /Price\s+80\s+Bidders\s+4/);
    }
    const record = page.locator('[data-record=told]');
    const address = (await record.locator('code').first().innerText()) as `0x${string}`;
    const told = await readAuctionRecord(network.rpcUrl, address);
    const winner = /0x[0-9a-f]{40}/.exec(results[0] ?? '')?.[0];
    assert.deepEqual([told?.winner, told?.price, told?.bidders], [winner, 80n, 4]);
    await screenshot(page, 'auction');
    await page.locator('section[aria-labelledby=settlement] a').click();
    await page.getByText(/Told in block/).waitFor();
  });

  it('speaks Japanese when asked, and remembers', async () => {
    await link('Nodes');
    await page.getByRole('button', { name: '日本語' }).click();
    await heading('ノード');
    await page.reload();
    await heading('ノード');
    assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
    await page.getByRole('link', { name: 'タスク', exact: true }).click();
    await page.getByRole('cell', { name: '開示済み' }).first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await heading('Tasks');
  });

  it('gives every control a name, and every page one first heading', async () => {
    for (const name of ['Overview', 'Auctions', 'Contracts', 'Tasks', 'Receipts', 'Nodes']) {
      await link(name);
      assert.equal(await page.locator('h1').count(), 1);
      const nameless = await page.evaluate(
        `[...document.querySelectorAll('a, button')].filter((e) => e.textContent.trim() === '').length`,
      );
      assert.equal(nameless, 0);
      assert.equal(await page.locator('nav [aria-current=page]').innerText(), name);
    }
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(`document.activeElement !== document.body`));
  });

  it('complained of nothing until here', () => {
    // A seat's signed "not yet" is an HTTP error to the browser, which says so on the console.
    const notYet = /status of (404|503) .*\/(ready$|(task|open|receipt)\/0x)/;
    assert.deepEqual(
      desk.complaints.filter((text) => !notYet.test(text)),
      [],
    );
  });

  it('fits a phone, in both languages, light and dark', async () => {
    for (const [locale, colorScheme] of [
      ['en-GB', 'dark'],
      ['ja-JP', 'light'],
    ] as const) {
      const phone = await openPage(browser, { locale, colorScheme, viewport: PHONE, isMobile: true, hasTouch: true });
      await phone.page.goto(network.explorer);
      await phone.page.locator('h1').waitFor();
      const task = await phone.page.locator('main td a').first().getAttribute('href');
      for (const hash of [
        '#/',
        '#/auctions',
        '#/contracts',
        '#/tasks',
        '#/receipts',
        '#/nodes',
        `#/contracts/${voting.contractId}`,
        `#/contracts/${millionaires.contractId}`,
        `#/auctions/${auction.contractId}`,
        task,
      ]) {
        await phone.page.goto(`${network.explorer}${hash}`);
        await phone.page.locator('h1').waitFor();
        const wide = await phone.page.evaluate(`document.documentElement.scrollWidth`);
        assert.equal(wide, PHONE.width, `${hash} in ${locale}`);
        if (hash?.endsWith(millionaires.contractId) === true) await screenshot(phone.page, `phone-form-${locale}`);
        if (hash?.startsWith('#/auctions/0x') !== true) continue;
        // Whoever comes later opens and reads it too.
        await phone.page.locator('[data-result]').nth(1).waitFor();
        await screenshot(phone.page, `phone-auction-${locale}`);
      }
      await phone.page.locator('.checks').waitFor();
      await screenshot(phone.page, `phone-${locale}`);
      assert.deepEqual(phone.complaints, []);
      await phone.context.close();
    }
  });

  it('says so when the endpoint lies, and when it is gone, and goes on when it is back', async () => {
    const { page: other, context } = await openPage(browser, { locale: 'en-GB' });
    const { policyHash } = voting.deployed.contract;
    const toChain = (url: URL): boolean => url.origin === network.rpcUrl;
    await context.route(toChain, async (route) => {
      const response = await route.fetch();
      const asked = route.request().postData() ?? '';
      const text = await response.text();
      await route.fulfill({
        response,
        body: asked.includes('eth_getLogs') ? text.replaceAll(policyHash.slice(2), OTHER) : text,
      });
    });
    await other.goto(network.explorer);
    await other.getByText('The chain endpoint contradicts itself').waitFor();
    assert.equal(await other.locator('h1').count(), 0, 'nothing of it is shown');
    await context.unroute(toChain);
    await other.getByRole('heading', { level: 1 }).waitFor();
    await context.route(toChain, (route) => route.abort());
    await other.getByText(/The chain does not answer. What follows was read at block/).waitFor();
    await context.unroute(toChain);
    await other.getByText('The chain does not answer').waitFor({ state: 'detached' });
    await context.close();
  });

  it('would have noticed a breach of the content policy', async () => {
    const { page: other, context, complaints } = await openPage(browser, { locale: 'en-GB' });
    await other.goto(network.explorer);
    await other.locator('h1').waitFor();
    assert.equal(complaints.length, 0, complaints.join('\n'));
    await other.evaluate(`{
      const script = document.createElement('script');
      script.append('globalThis.ran = true');
      document.head.append(script);
      document.body.setAttribute('style', 'color: red');
      fetch('http://127.0.0.1:9/').catch(() => undefined);
    }`);
    // Trusted Types come before script-src, which the server's own test reads.
    const directives = ['require-trusted-types-for', 'style-src', 'connect-src'];
    const unseen = (): readonly string[] =>
      directives.filter((one) => !complaints.some((text) => text.startsWith(`policy: ${one}`)));
    for (let looks = 0; unseen().length > 0 && looks < 50; looks++) await other.waitForTimeout(100);
    assert.deepEqual(unseen(), [], complaints.join('\n'));
    assert.equal(await other.evaluate(`globalThis.ran`), undefined);
    await context.close();
  });
});
