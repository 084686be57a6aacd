/** A walk against the server of `npm run idp`: each step by code, and by the walk itself where a language has none. */
import { expect } from 'vitest';
import type { SnippetLanguage } from '$lib/lexicon/snippets';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { sceneOf } from '$lib/panels/code/scene-of';
import { executed } from '$lib/snippets/executed';
import type { Scene } from '$lib/snippets/scene';
import type { Language } from '$lib/snippets/snippet';
import { write } from '$lib/snippets/write';
import type { Configuration } from '$lib/trace/configuration';
import type { HttpResponse } from '$lib/wire/http';
import { parseJson } from '$lib/wire/json';
import type { Idp } from '../../src/node/idp';
import { PeerWalk } from '../peers/loopback-world';
import { openPerson } from '../peers/person';
import type { Ran } from './ran';
import type { Runner } from './programs';

export const redirectUri = 'http://127.0.0.1:43210/callback';

export const configurationOf = ({ issuer, api }: Pick<Idp, 'issuer' | 'api'>): Configuration => ({
	issuer,
	clientId: 'playground-native',
	redirectUri,
	scope: 'openid profile offline_access read:timesheets',
	audience: api,
	extra: [],
	apiUrl: `${api}/timesheets`
});

/** The one line that was printed. */
export function lineOf({ stdout, stderr, status }: Ran): string {
	if (status !== 0) throw new Error(`It ended with ${status}: ${stderr}${stdout}`);
	const [line = '', ...more] = stdout.split(/\r?\n/);
	expect(more.join('').trim()).toBe('');
	return line;
}

/**
 * The status and the body that were printed; of curl behind the head. A library that reads the answer itself gives what it has
 * read, when it took it (`snippet.ts`).
 */
export function answerOf({ stdout, stderr, status }: Ran): HttpResponse {
	if (status !== 0) throw new Error(`It ended with ${status}: ${stderr}${stdout}`);
	const taken = stdout.startsWith('{') ? 200 : undefined;
	const code = Number(/^(?:HTTP\/[\d.]+ )?(\d{3})\b/.exec(stdout)?.[1] ?? taken);
	const body = /^[{[][\s\S]*/m.exec(stdout)?.[0] ?? '';
	return { status: code, statusText: '', headers: [['content-type', 'application/json']], body: body.trim() };
}

export function jsonOf(text: string): Record<string, unknown> {
	const value = parseJson(text);
	if (typeof value !== 'object' || value === null) throw new Error(`No JSON: ${text}`);
	return { ...value };
}

/** The scene with another text in the place of one of its values. */
export const withValue = (scene: Scene, name: keyof Scene['values'], text: string): Scene => ({
	...scene,
	values: { ...scene.values, [name]: { text, actual: true } }
});

const moves = {
	configure: 'discovery',
	exchange: 'token',
	call: 'api',
	renew: 'refresh'
} as const;

/** Runs what stands in the table of `executed`, and takes all other steps by itself. */
export class SnippetWalk {
	readonly walker = new PeerWalk();
	readonly #person = openPerson();
	readonly #taken = new Set<StepId>();

	constructor(
		readonly language: Language,
		readonly runner: Runner,
		readonly configuration: Configuration,
		readonly secret?: string
	) {}

	get #input() {
		return this.secret === undefined ? {} : { secret: this.secret };
	}

	scene(): Promise<Scene> {
		return sceneOf(this.walker.session, () => this.#input, 'run');
	}

	/** The code of a step, made from a scene, by itself. */
	async run(step: StepId, scene: Scene): Promise<Ran> {
		const written = write(this.language, step, scene);
		if (!('code' in written)) throw new Error(`No code for ${step}: ${written.absent}`);
		return this.runner.run(this.language.file(step), written.code);
	}

	/** Takes all steps before this one, which were not taken. */
	async before(step: StepId): Promise<Scene> {
		if (this.walker.session.configuration === undefined) await this.walker.configure(this.configuration);
		for (const id of stepIds.slice(0, stepIds.indexOf(step))) if (!this.#taken.has(id)) await this.take(id);
		return this.scene();
	}

	/** Takes a step; what the code printed. */
	async take(step: StepId): Promise<Ran | undefined> {
		const scene = await this.before(step);
		this.#taken.add(step);
		const isByCode = executed[this.language.id].steps.includes(step) && !this.runner.lacks?.(step);
		const ran = isByCode ? await this.run(step, scene) : undefined;
		await this.#goOn(step, ran, scene);
		return ran;
	}

	async #goOn(step: StepId, ran: Ran | undefined, scene: Scene): Promise<void> {
		const { walker } = this;
		switch (step) {
			case 'verifier':
				return walker.chooseVerifier(ran ? lineOf(ran) : walker.newVerifier(32));
			case 'challenge':
				return walker.chooseChallenge('S256');
			case 'authorize':
				return this.#signIn(ran ? lineOf(ran) : scene.authorizationUrl, scene);
			case 'callback':
				return;
			case 'tokens':
				return walker.send('tokens', 'jwks');
			default:
				if (!ran) return walker.send(step, moves[step], undefined, this.#input);
				return walker.paste(step, moves[step], scene.requests[step], answerOf(ran));
		}
	}

	/** The person signs in by the address that was printed, and comes back. */
	async #signIn(url: string, { authorizationUrl }: Scene): Promise<void> {
		await this.walker.leave('authorize', url, 'tab', authorizationUrl);
		const back = await this.#person.visit(url, this.configuration.redirectUri);
		await this.walker.arrive({ url: back.href }, 'redirect');
	}
}

/** What the table says that is run, and what runs it; a toolchain that is not here is said. */
export function runnerOf(id: SnippetLanguage, runner: Runner | undefined): Runner | undefined {
	const version = runner?.version();
	const { with: known = '' } = executed[id];
	if (runner && version === undefined) console.warn(`${id}: skipped, ${runner.missing} is not here.`);
	else if (runner) console.info(`${id}: ${version}${version === known ? '' : ` (the table has ${known})`}`);
	for (const step of executed[id].steps) {
		const lacking = version === undefined ? undefined : runner?.lacks?.(step);
		if (lacking !== undefined) console.warn(`${id}: ${step} is skipped, ${lacking} is not here.`);
	}
	return version === undefined ? undefined : runner;
}
