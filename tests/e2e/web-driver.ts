/** The few commands of the WebDriver protocol that a smoke test needs: https://www.w3.org/TR/webdriver2/ */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { WebKit } from './find-browser';

export interface Session {
	open(url: string): Promise<void>;
	/** Goes on inside the first frame of the page. There a click is one of the page: the driver aims beside a frame. */
	enter(): Promise<void>;
	url(): Promise<string>;
	title(): Promise<string>;
	/** Runs the body of an asynchronous function in the page. */
	run<T>(body: string): Promise<T>;
	/** Clicks the first element that an XPath finds. */
	click(xpath: string): Promise<void>;
	/** Asks until it is true. */
	until(what: () => Promise<boolean>): Promise<void>;
	end(): Promise<void>;
}

const element = 'element-6066-11e4-a52e-4f735466cecf';
const patience = 20_000;

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	return typeof address === 'object' && address ? address.port : 0;
}

/** A display of its own number, which Xvfb picks and tells. */
async function startDisplay(program: string): Promise<{ display: string; server: ChildProcess }> {
	const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe']
	});
	const told = server.stdio[3];
	if (!told) throw new Error('Xvfb tells no display');
	const [number] = await once(told, 'data');
	return { display: `:${String(number).trim()}`, server };
}

async function send(url: string, method: 'GET' | 'POST' | 'DELETE', body?: object): Promise<unknown> {
	const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
	const { value } = await response.json();
	if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
	return value;
}

async function until(what: () => Promise<boolean>): Promise<void> {
	const end = Date.now() + patience;
	while (!(await what().catch(() => false))) {
		if (Date.now() > end) throw new Error(`Not within ${patience} ms: ${what}`);
		await new Promise((later) => setTimeout(later, 50));
	}
}

/** A driver aims at where an element is, and misses one that moves on while an answer comes in above it. */
const standsStill = (run: Session['run'], xpath: string): Promise<unknown> =>
	run(`
		const place = () => {
			const found = document.evaluate(${JSON.stringify(xpath)}, document, null, 9).singleNodeValue;
			return found ? JSON.stringify(found.getBoundingClientRect()) : '';
		};
		let still = 0;
		for (let before = place(); still < 6; ) {
			await new Promise((next) => requestAnimationFrame(next));
			const now = place();
			still = now === before ? still + 1 : 0;
			before = now;
		}`);

export async function openWebKit(found: WebKit): Promise<Session> {
	const { display, server } = await startDisplay(found.display);
	const port = await freePort();
	const driver = spawn(found.driver, ['-p', String(port)], {
		stdio: 'ignore',
		env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' }
	});
	const root = `http://127.0.0.1:${port}`;
	await until(async () => (await fetch(`${root}/status`)).ok);
	const options = { binary: found.browser, args: ['--automation'] };
	const wanted = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
	const made = await send(`${root}/session`, 'POST', { capabilities: { alwaysMatch: wanted } });
	const session = `${root}/session/${(made as { sessionId: string }).sessionId}`;
	const find = async (xpath: string): Promise<string> => {
		const value = await send(`${session}/element`, 'POST', { using: 'xpath', value: xpath });
		return (value as Record<string, string>)[element] ?? '';
	};
	const run = async <T>(body: string): Promise<T> =>
		(await send(`${session}/execute/async`, 'POST', {
			script: `const done = arguments[0]; (async () => { ${body} })().then(done, (error) => done(String(error)));`,
			args: []
		})) as T;
	const press = (xpath: string): Promise<unknown> =>
		run(`document.evaluate(${JSON.stringify(xpath)}, document, null, 9).singleNodeValue.click();`);
	let isInFrame = false;
	return {
		open: async (url) => void (await send(`${session}/url`, 'POST', { url })),
		async enter() {
			await send(`${session}/frame`, 'POST', { id: 0 });
			isInFrame = true;
		},
		url: async () => String(await send(`${session}/url`, 'GET')),
		title: async () => String(await send(`${session}/title`, 'GET')),
		run,
		async click(xpath) {
			await until(async () => (await find(xpath)) !== '');
			await standsStill(run, xpath);
			if (isInFrame) return void (await press(xpath));
			await send(`${session}/element/${await find(xpath)}/click`, 'POST', {});
		},
		until,
		async end() {
			await send(session, 'DELETE').catch(() => undefined);
			driver.kill();
			server.kill();
		}
	};
}
