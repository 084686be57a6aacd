/**
 * What the messages of a walk carry beside its values that nobody else may see: a signature that proves the client, a key of
 * an API, whatever is typed under a name that nobody foresaw. Code with placeholders has a word in the place of each.
 */
import { isKeptHeader } from '$lib/lexicon/kept-headers';
import { isSecretHeader, isSecretParameter } from '$lib/lexicon/secrets';
import { readClientCredentials } from '$lib/message/client-authentication';
import type { Scene, SceneValue } from '$lib/snippets/scene';
import { formatForm, parseForm, type Pair } from '$lib/wire/form';
import { mediaType, type Header, type HttpRequest } from '$lib/wire/http';
import { secretParts } from '../message/secret-parts';

/** What stands under a name instead of this value: the same, or a word. */
type Say = (name: string, value: string) => string;

/** Signed by the client (RFC 9101 §4), or handed to it for one use (RFC 9126 §2.2). */
const oneTime: ReadonlySet<string> = new Set(['request', 'request_uri']);

const wordOf = (name: string): string =>
	`YOUR_${
		name
			.toUpperCase()
			.replace(/[^A-Z0-9]+/g, '_')
			.replace(/^_+|_+$/g, '')
			.slice(0, 40) || 'SECRET'
	}`;

const encoded = (value: string): string => formatForm([['', value]]).slice(1);

/** A query or a form. All else in it stays as it is written. */
const inPairs = (text: string, say: Say): string =>
	text.replace(/(?<=^|[?&])([^=&]+)=([^&]+)/g, (whole, key: string) => {
		const [[name, value] = ['', ''] satisfies Pair] = parseForm(whole);
		if (!isSecretParameter(name) && !oneTime.has(name)) return whole;
		const said = say(name, value);
		return said === value ? whole : `${key}=${encoded(said)}`;
	});

/** By what it looks like, or by the name before it. */
const inText = (text: string, say: Say): string =>
	secretParts(text)
		.map((part) => (part.secret ? say('', part.text) : part.text))
		.join('');

function inUrl(url: string, say: Say): string {
	const [, path = '', query = '', rest = ''] = /^([^?#]*)(\?[^#]*)?(.*)$/s.exec(url) ?? [];
	return `${inText(path, say)}${inPairs(query, say)}${rest}`;
}

const inHeader = ([name, value]: Header, say: Say): Header => [
	name,
	isKeptHeader(name) || value === '' ? value : say(name, value)
];

const inRequest = ({ method, url, headers, body }: HttpRequest, say: Say): HttpRequest => ({
	method,
	url: inUrl(url, say),
	headers: headers.map((header) => inHeader(header, say)),
	...(body === undefined
		? {}
		: {
				body: (mediaType(headers) === 'application/x-www-form-urlencoded' ? inPairs : inText)(body, say)
			})
});

const behindScheme = (value: string): string => value.replace(/^\S+ +/, '');

/** What proves the client in a `Basic` header is encoded (RFC 6749 §2.3.1). */
const plain = (value: string): string => readClientCredentials(value, () => undefined).secret ?? value;

/** Shorter ones would be found inside innocent text. */
const leastLength = 6;

/**
 * Takes requests and gives them as the code may have them. `others`: what was found in them; of a run as it is, else the
 * words in its place.
 */
export class SceneSecrets {
	readonly #others = new Map<string, SceneValue>();
	readonly #words: readonly string[];

	constructor(
		values: Scene['values'],
		readonly isRun: boolean
	) {
		this.#words = Object.values(values).flatMap(({ text, actual }) => (actual ? [] : [text]));
	}

	readonly #say: Say = (name, value) => {
		// Made of words already.
		if (this.#words.some((word) => plain(value).includes(word))) return value;
		if (!this.isRun) {
			const word = wordOf(name);
			this.#others.set(word, { text: word, actual: false });
			return word;
		}
		const found = name.toLowerCase() === 'authorization' ? behindScheme(value) : value;
		const isSecret = name === '' || oneTime.has(name) || isSecretParameter(name) || isSecretHeader(name);
		if (isSecret && found.length >= leastLength) this.#others.set(found, { text: found, actual: true });
		return value;
	};

	shown(request: HttpRequest): HttpRequest {
		return inRequest(request, this.#say);
	}

	get others(): SceneValue[] {
		return [...this.#others.values()];
	}
}
