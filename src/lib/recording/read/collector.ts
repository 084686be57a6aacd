/** Takes the entries of a recording one by one: counts all of them, and keeps what may belong to a sign-in. */
import type { FileLack } from '$lib/lexicon/besides';
import type { FileNote, LeftOut, Unfit } from '$lib/lexicon/recording';
import { readEntry, type Body, type HarEntry } from '$lib/wire/har-entry';
import { decodeText } from '$lib/wire/har-body';
import { headerOf, type Exchange } from '$lib/wire/http';
import { readTime, type ReadTime } from '$lib/wire/har-time';
import { parseSparsely, readSparsely } from '$lib/wire/sparse-json';
import type { Named } from './about';
import type { Untimed } from './in-order';
import { relevanceOf } from './relevance';

/** Entries that are kept without a sign of a sign-in, and characters of all that is kept. */
const mostPlain = 2_000;
const mostKept = 20_000;
const [mostPlainText, mostKeptText] = [16_000_000, 96_000_000];
const mostNames = 20;

/** A body that stands beside the recording. */
interface Beside {
	of: Untimed['exchange'];
	part: 'sent' | 'answered';
	file: string;
	mime: string;
}

/** Members of an entry of Chromium. In a text the quotes would have signs before them. */
const saysAsset = /"_resourceType"\s*:\s*"(?:image|script|stylesheet|font|media)"/;
const speaksOfFlow = /[?&#](?:code|error|id_token|access_token)=/;
const cookieHeader = /"name"\s*:\s*"(?:set-)?cookie"|"cookies"\s*:\s*\[\s*\{/i;
const authorizationHeader = /"name"\s*:\s*"authorization"/i;
const began = /"startedDateTime"\s*:\s*"([^"]{10,40})"/;

type Counts<Reason extends string> = Partial<Record<Reason, number>>;

const plus = <Reason extends string>(counts: Counts<Reason>, reason: Reason): void => {
	counts[reason] = (counts[reason] ?? 0) + 1;
};

/** The browser by what it says of itself in its requests. Every one of them says that it is like the others. */
function browserOf(agent: string): Named | undefined {
	const names: readonly [string, RegExp][] = [
		['Edge', /\bEdg(?:A|iOS)?\/([\d.]+)/],
		['Opera', /\bOPR\/([\d.]+)/],
		['Firefox', /\b(?:Firefox|FxiOS)\/([\d.]+)/],
		['Chrome', /\b(?:Chrome|CriOS)\/([\d.]+)/],
		['Safari', /\bVersion\/([\d.]+).*Safari\//]
	];
	for (const [name, sign] of names) {
		const version = sign.exec(agent)?.[1];
		if (version !== undefined) return { name, version };
	}
	return undefined;
}

export class Collector {
	entries = 0;
	unread: Counts<Unfit> = {};
	leftOut: Counts<LeftOut> = {};
	kept: Untimed[] = [];
	first: number | undefined;
	last: number | undefined;
	missing: string[] = [];
	missingCount = 0;
	#notes = new Set<FileNote>();
	/** What at least one entry has. */
	#has = new Set<FileLack>();
	/** Whether there was any request that sends something, and any answer that says something. */
	#posts = false;
	#answers = false;
	#agent = '';
	#plain = 0;
	#text = 0;
	#beside: Beside[] = [];

	/** `bytes`: undefined where the entry is too large. */
	add(bytes: Uint8Array | undefined, long: readonly number[]): void {
		const index = this.entries;
		this.entries += 1;
		if (!bytes) return plus(this.unread, 'too-large');
		const sparse = readSparsely(bytes, long);
		if (sparse.isForeign) this.#notes.add('letters');
		if (this.#isPassedOver(sparse.text)) return plus(this.leftOut, 'assets');
		const json = parseSparsely(sparse);
		if (!json) return plus(this.unread, 'not-json');
		const entry = readEntry(json);
		if (!entry.ok) return plus(this.unread, entry.failure);
		this.#look(entry.value);
		this.#keep(entry.value, `har-${index}`);
	}

	/** Addresses alone: what a list of them has. */
	addAddresses(exchanges: readonly Untimed['exchange'][], unread: number): void {
		this.entries += exchanges.length + unread;
		if (unread > 0) this.unread['not-http'] = unread;
		this.kept.push(...exchanges.map((exchange) => ({ exchange, began: undefined })));
	}

	get browser(): Named | undefined {
		return browserOf(this.#agent);
	}

	get lacks(): FileLack[] {
		const read = this.entries - Object.values(this.unread).reduce((sum, one) => sum + one, 0);
		if (read === 0) return [];
		const matters: readonly [FileLack, boolean][] = [
			['cookies', true],
			['authorization', true],
			['headers', true],
			['answers', this.#answers],
			['sent', this.#posts],
			['times', true]
		];
		return matters.filter(([one, does]) => does && !this.#has.has(one)).map(([one]) => one);
	}

	get notes(): FileNote[] {
		const isTimed = this.kept.every(({ began }) => began !== undefined);
		return [
			...this.#notes,
			...(isTimed ? [] : (['file-order'] as const)),
			...(this.missingCount > 0 ? (['attachments'] as const) : [])
		];
	}

	/** What stands beside the recording is put where it belongs; what is not there is named. */
	attach(read: (name: string) => Uint8Array | undefined): void {
		for (const { of, part, file, mime } of this.#beside) {
			const bytes = read(file);
			if (!bytes) {
				this.missingCount += 1;
				if (this.missing.length < mostNames) this.missing.push(file.slice(0, 200));
				continue;
			}
			this.#put(of, part, { text: decodeText(bytes, mime) });
			this.#has.add(part === 'sent' ? 'sent' : 'answers');
		}
		this.#beside = [];
	}

	/**
	 * Half of a recording is pictures and scripts. One that says so, and has nothing that no other entry had, is not taken
	 * apart: that would be half of the time.
	 */
	#isPassedOver(text: string): boolean {
		if (!saysAsset.test(text) || speaksOfFlow.test(text)) return false;
		const isNew = (lack: FileLack, sign: RegExp): boolean => !this.#has.has(lack) && sign.test(text);
		if (isNew('cookies', cookieHeader) || isNew('authorization', authorizationHeader)) return false;
		this.#span(readTime(began.exec(text)?.[1]));
		return true;
	}

	#span(time: ReadTime | undefined): void {
		if (!time) return;
		this.first = Math.min(this.first ?? time.at, time.at);
		this.last = Math.max(this.last ?? time.at, time.at);
	}

	#look({ exchange: { request, response }, began, hasHeaders, hasCookies, sent, answered }: HarEntry): void {
		const has = (lack: FileLack, is: boolean): unknown => is && this.#has.add(lack);
		const named = (name: string): boolean => headerOf(request.headers, name) !== undefined;
		has('headers', hasHeaders);
		has('authorization', named('authorization'));
		has(
			'cookies',
			hasCookies || named('cookie') || headerOf(response?.headers ?? [], 'set-cookie') !== undefined
		);
		has('times', began !== undefined);
		if (['POST', 'PUT', 'PATCH'].includes(request.method)) {
			this.#posts = true;
			if (!this.#has.has('sent')) has('sent', Boolean(sent().text));
		}
		if (response?.status === 200 && request.method !== 'HEAD' && request.method !== 'OPTIONS') {
			this.#answers = true;
			if (!this.#has.has('answers')) has('answers', Boolean(answered().text));
		}
		this.#agent = headerOf(request.headers, 'user-agent') ?? this.#agent;
		if (began && !began.hasZone) this.#notes.add('no-zone');
		this.#span(began);
	}

	#keep(entry: HarEntry, id: string): void {
		const relevance = relevanceOf(entry);
		if (relevance === 'asset') return plus(this.leftOut, 'assets');
		const isPlain = relevance === 'plain';
		if (isPlain && (this.#plain >= mostPlain || this.#text > mostPlainText))
			return plus(this.leftOut, 'unrelated');
		if (this.kept.length >= mostKept || this.#text > mostKeptText) return plus(this.leftOut, 'too-many');
		if (isPlain) this.#plain += 1;
		const exchange = { id, via: 'pasted' as const, ...entry.exchange };
		this.#put(exchange, 'sent', entry.sent(), headerOf(exchange.request.headers, 'content-type'));
		this.#put(exchange, 'answered', entry.answered(), entry.mime);
		this.kept.push({ exchange, began: entry.began });
	}

	#put(exchange: Omit<Exchange, 'at'>, part: Beside['part'], body: Body, mime = ''): void {
		const { text, file, isTooLong } = body;
		if (isTooLong) this.#notes.add('long-bodies');
		if (file !== undefined) this.#beside.push({ of: exchange, part, file, mime });
		if (text === undefined) return;
		this.#text += text.length;
		if (part === 'sent') exchange.request.body = text;
		else if (exchange.response) exchange.response.body = text;
	}
}
