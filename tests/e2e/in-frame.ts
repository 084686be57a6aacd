/** The walk inside a page of another site: the same words on the screen, in a frame. */
import type { FrameLocator, Locator, Page } from 'playwright/test';
import { stepIds, type StepId } from '../../src/lib/lexicon/steps';
import { authorizeTexts } from '../../src/lib/lessons/en/walk/authorize';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { chromium, type LaunchOptions } from 'playwright/test';
import { expect, test } from './site';
import { actLabels } from './walk';
import { openStranger, type Stranger } from './stranger';

/** Chromium gives the frames of another site a storage of their own; the one who drives it turns that off by default. */
async function withPartitions(options: LaunchOptions): Promise<LaunchOptions> {
	const server = await chromium.launchServer(options);
	const wanted = '--disable-features=';
	const off = server.process().spawnargs.find((argument) => argument.startsWith(wanted)) ?? wanted;
	await server.close();
	const others = off
		.slice(wanted.length)
		.split(',')
		.filter((name) => name !== 'ThirdPartyStoragePartitioning');
	return { ...options, ignoreDefaultArgs: [off], args: [...(options.args ?? []), wanted + others.join(',')] };
}

/** A browser as people have it: what a frame of another site keeps is apart from what a tab keeps. */
export const partitioned = test.extend<object, { launchOptions: LaunchOptions }>({
	launchOptions: [
		async ({ launchOptions, browserName }, use) =>
			use(browserName === 'chromium' ? await withPartitions(launchOptions) : launchOptions),
		{ scope: 'worker' }
	]
});

/** The sites that whoever built the sub-path build has allowed (tests/run.ts): one of each kind for each browser. */
const ports: Record<'cross-site' | 'same-site', Record<string, number>> = {
	'cross-site': { chromium: 47_313, firefox: 47_314, webkit: 47_319 },
	'same-site': { chromium: 47_315, firefox: 47_316 }
};

export const frameHtml = (url: string, attributes = ''): string =>
	`<iframe ${attributes} src="${url.replaceAll('&', '&amp;')}" width="1300" height="700"></iframe>`;

/** A page that is allowed to show ours. The site is on `localhost`, whose ports are all one site. */
export const openAllowed = (
	browserName: string,
	html: string,
	kind: 'cross-site' | 'same-site' = 'cross-site'
): Promise<Stranger> =>
	openStranger(() => html, {
		port: ports[kind][browserName] ?? 0,
		host: kind === 'same-site' ? 'localhost' : '127.0.0.1'
	});

export const frameIn = (page: Page, index = 0): FrameLocator => page.frameLocator('iframe').nth(index);

export const pressIn = (frame: FrameLocator, name: string): Promise<void> =>
	frame.getByRole('button', { name, exact: true }).click();

export const expectStep = (frame: FrameLocator, id: StepId): Promise<void> =>
	expect(frame.getByRole('heading', { level: 1, name: stepTexts[id].title })).toBeVisible();

const stepLink = (frame: FrameLocator, id: StepId): Locator =>
	frame.getByRole('navigation', { name: frameTexts.strip }).getByRole('link', { name: stepTexts[id].short });

export const expectDoneIn = (frame: FrameLocator, id: StepId): Promise<void> =>
	expect(stepLink(frame, id)).toHaveAccessibleName(/, done$/);

/** Goes to a step by the strip. */
export async function goToIn(frame: FrameLocator, id: StepId): Promise<void> {
	await stepLink(frame, id).click();
	await expectStep(frame, id);
}

const acts: Partial<Record<StepId, string>> = actLabels;

export async function goOnIn(frame: FrameLocator, from: StepId): Promise<void> {
	await frame.getByRole('link', { name: stepTexts[from].next }).click();
	const next = stepIds[stepIds.indexOf(from) + 1];
	if (next) await expectStep(frame, next);
}

/** Does the steps from one to another, which is on screen after. */
export async function walkIn(frame: FrameLocator, from: StepId, to: StepId): Promise<void> {
	for (const id of stepIds.slice(stepIds.indexOf(from), stepIds.indexOf(to))) {
		const act = acts[id];
		if (act) await pressIn(frame, act);
		await expectDoneIn(frame, id);
		await goOnIn(frame, id);
	}
}

/** The last step of `walkIn`. */
export async function performIn(frame: FrameLocator, id: StepId): Promise<void> {
	await pressIn(frame, acts[id] ?? '');
	await expectDoneIn(frame, id);
}

/** Through the pages of the built-in provider, inside the frame, to the callback. */
export async function signInInside(frame: FrameLocator, name = 'Erin Example'): Promise<void> {
	await pressIn(frame, authorizeTexts.inFrame);
	await pressIn(frame, `Sign in as ${name}`);
	await pressIn(frame, 'Allow');
	await expectStep(frame, 'callback');
}
