/** What to do about a request that was refused, for whoever started the provider: on its pages, and in the terminal. */
import type { RealmSettings } from '$lib/authorization-server/settings';
import type { Check, Decision } from '$lib/lexicon/check';
import { says, type Said } from '$lib/lexicon/said';
import { serverCheckTexts } from '$lib/lessons/en/checks/server-checks';
import { endpointText } from '$lib/lessons/en/phrases/outcomes';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import { terminalTexts as texts } from '$lib/lessons/en/provider/terminal';

export interface AdviceSource {
	settings: RealmSettings;
	/** The file that they are from. Without one, flags change them. */
	realmFile?: string | undefined;
}

/** Whoever sends a request chooses what it says: nothing in it may steer a terminal, or fill it. */
const plain = (said: Said): string =>
	textOf(said)
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
		.slice(0, 300);

/** What can be typed into any shell as it is, between quotation marks. */
const isTypable = (text: string): boolean => /^[A-Za-z][\w.+-]*:[\w:/.~?=&,+@-]{1,300}$/.test(text);

function toAdd(flag: string, member: string, value: string, realmFile: string | undefined): string {
	if (realmFile !== undefined) return texts.file(member, realmFile);
	return texts.flag(flag, isTypable(value) ? `"${value}"` : undefined);
}

/** Sentences about the first thing that failed; none where there is nothing to start otherwise. */
export function adviseOn({ settings, realmFile }: AdviceSource, checks: readonly Check[]): string[] {
	const failed = checks.find(({ status }) => status === 'fail');
	if (!failed) return [];
	const { id, expected = '', actual = '' } = failed;
	const add = (flag: string, member: string) =>
		toAdd(flag, member, typeof actual === 'string' ? actual : '', realmFile);
	const identifiers = settings.apis.map(({ identifier }) => identifier).join(' ');
	switch (id) {
		case 'as-redirect-uri-registered':
			return [texts.registered(textOf(expected)), add('--redirect-uri', 'redirectUris')];
		case 'as-logout-redirect-uri':
			return [texts.registered(textOf(expected)), add('--logout-uri', 'logoutUris')];
		case 'as-audience-known':
			return [texts.apis(identifiers), add('--api', 'apis')];
		case 'as-scope-allowed':
			return realmFile === undefined && !says(actual, 'missing') ? [texts.scopes] : [];
		case 'as-client-known':
		case 'as-token-client':
		case 'as-logout-client':
			return [
				texts.clients(
					settings.applications.map(({ clientId }) => clientId).join(' '),
					settings.policy.allowRegistration
				)
			];
		case 'as-challenge-present':
			return realmFile === undefined && settings.policy.requirePkceOfConfidential ? [texts.requirePkce] : [];
		default:
			return [];
	}
}

type ServerCheckId = keyof typeof serverCheckTexts;

const isServerCheck = (id: string): id is ServerCheckId => Object.hasOwn(serverCheckTexts, id);

function linesOfRefusal(source: AdviceSource, { checks }: Decision): string[] {
	const failed = checks.find(({ status }) => status === 'fail');
	if (!failed) return [];
	const { id, expected, actual } = failed;
	const fails = isServerCheck(id) ? [serverCheckTexts[id].fails] : [];
	if (expected === undefined || actual === undefined) return fails;
	const advice = adviseOn(source, checks);
	if (advice.length > 0) return [...fails, texts.sent(plain(actual)), ...advice];
	const fix = isServerCheck(id) ? [serverCheckTexts[id].fix] : [];
	return [...fails, texts.compared(plain(expected), plain(actual)), ...fix];
}

/** What was not given of what was asked for. */
const leftOut = new Set<string>(['as-scope-allowed', 'as-refresh-token-issued', 'as-registration-metadata']);

/** What there is to say of a decision, line by line; nothing of one that gave what was asked for. */
export function linesOf(source: AdviceSource, decision: Decision): string[] {
	const warnings = decision.checks.filter(({ id, status }) => status === 'warn' && leftOut.has(id));
	const lines = [...linesOfRefusal(source, decision), ...warnings.map(({ actual = '' }) => plain(actual))];
	if (lines.length === 0) return [];
	return [
		`${plain(endpointText(decision.endpoint))}: ${plain(decision.outcome)}`,
		...lines.map((line) => `  ${plain(line)}`)
	];
}

/** Of an answer that a page asked for and may not read. */
export function linesOfOrigin({ realmFile }: AdviceSource, path: string, origin: string): string[] {
	const fix = toAdd('--redirect-uri', 'allowedOrigins', `${origin}/callback`, realmFile);
	return [`${plain(path)}: ${texts.origin(plain(origin))}`, `  ${fix}`];
}
