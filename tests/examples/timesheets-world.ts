/** The example, running: its servers, one world for each worker, and its native application. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test as base, type Page } from 'playwright/test';

export { expect } from 'playwright/test';

/** A token of the API is good for so long: `realm.json`. */
const tokenLifetime = 300;

export interface World {
	issuer: string;
	web: string;
	api: string;
	/** The clock of provider and API goes on until every access token has expired. */
	expireTokens(): Promise<void>;
}

async function openWorld(): Promise<World & { close(): Promise<void> }> {
	const program = spawn(process.execPath, ['--import', 'tsx', 'tests/examples/timesheets-servers.ts'], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		env: { ...process.env, TSX_TSCONFIG_PATH: 'src/node/tsconfig.run.json' }
	});
	const failed = once(program, 'exit').then(() => {
		throw new Error('The servers of the example did not start');
	});
	const [urls] = await Promise.race([once(program, 'message'), failed]);
	failed.catch(() => undefined);
	return {
		...urls,
		async expireTokens() {
			const moved = once(program, 'message');
			program.send(tokenLifetime + 60);
			await moved;
		},
		async close() {
			const ended = once(program, 'exit');
			program.kill();
			await ended;
		}
	};
}

export interface Native {
	/** Everything that it has printed. */
	printed(): string;
	type(line: string): void;
	/** The code with which it ended. */
	ended: Promise<number | null>;
	stop(): void;
}

/** `npm run native` with the settings of `world`. `browser`: the program that is to open addresses. */
export function startNative({ issuer, api }: World, browser = 'true'): Native {
	const program = spawn(process.execPath, ['native.js'], {
		cwd: 'examples/timesheets',
		stdio: ['pipe', 'pipe', 'inherit'],
		env: { ...process.env, ISSUER: issuer, API_URL: api, BROWSER: browser }
	});
	let text = '';
	program.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
	return {
		printed: () => text,
		type: (line) => program.stdin.write(`${line}\n`),
		ended: once(program, 'exit').then(([code]) => code),
		stop: () => void program.kill()
	};
}

export const test = base.extend<{ native: (browser?: string) => Native }, { world: World }>({
	world: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
		async ({}, use) => {
			const world = await openWorld();
			await use(world);
			await world.close();
		},
		{ scope: 'worker' }
	],
	native: async ({ world }, use) => {
		const started: Native[] = [];
		await use((browser) => {
			const native = startNative(world, browser);
			started.push(native);
			return native;
		});
		for (const native of started) native.stop();
		await Promise.all(started.map(({ ended }) => ended));
	}
});

export const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

/** On the pages of the provider. */
export async function signInAs(page: Page, person: string): Promise<void> {
	await press(page, `Sign in as ${person}`);
	await press(page, 'Allow');
}
