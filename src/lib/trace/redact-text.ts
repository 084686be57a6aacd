/**
 * Takes the secrets out of one text, by names where it has a structure and by looks where it has none. What it finds
 * in an encoding that it cannot write back in place is noted in the ledger, and the sweep takes it out afterwards.
 */
import { isErrorCode, isKept, isLogId, isSentence, type Surroundings } from '$lib/lexicon/kept';
import { normalName } from '$lib/lexicon/normal-name';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { isIdentifying, isSecretName, privateJwkMembers } from '$lib/lexicon/secrets';
import { rewriteJsonIn, rewriteJson, type Frame, type JsonVisitor } from './json-scan';
import type { Ledger } from './ledger';
import { isMultipart, isPage, rewriteForm, rewriteMultipart, rewritePage } from './pairs-scan';
import { redactAddress } from './redact-address';
import { rewriteLooks, type Looks } from './redact-looks';
import { redactToken } from './redact-token';
import { decodedText } from './spelling';

/** What is known of a JSON value's place: inherited from the outside in. */
interface Inside extends Surroundings {
	/** Under a secret's name everything is taken out. */
	sealed: boolean;
}

/** Deeper than this nothing is a message of anybody. */
const deepest = 12;

const credentials = /^((?:Bearer|DPoP|Basic|Token|ApiKey) )(.+)$/is;
const reference = /^(urn:[\w:.-]*:)([^:]{6,})$/i;

/**
 * Names of claims, as `normalName` writes them, on which a person decided: of those `kept` the values stay, wherever they
 * stand, of those `taken` none does. A name of a secret stays one.
 */
export interface ClaimChoice {
	kept?: ReadonlySet<string>;
	taken?: ReadonlySet<string>;
}

/** Whether a value is looked for wherever it stands, also when it is a word. */
const isStrong = (name: string): boolean => isSecretName(name) || isIdentifying(name);

export class TextRedactor {
	readonly ledger: Ledger;
	/** What is known of the answer that is being read: it is an error, or an API's. */
	surroundings: Surroundings = {};
	readonly #choice: ClaimChoice;
	#depth = 0;

	constructor(ledger: Ledger, choice: ClaimChoice = {}) {
		this.ledger = ledger;
		this.#choice = choice;
	}

	/** Whether what stands under a name stays: by what was chosen, then by the allow-list. */
	#stays(name: string, surroundings: Surroundings): boolean {
		const normal = normalName(name);
		return this.#choice.taken?.has(normal) !== true && isKept(name, surroundings);
	}

	#isChosen = (name: string): boolean =>
		this.#choice.kept?.has(normalName(name)) === true && !isSecretName(name);

	/** A sentence: words of somebody, in which anything may stand. */
	sentence = (text: string): string => this.#text(text, true);

	/** A value that stays but for what is secret in it. */
	kept = (text: string): string => {
		this.ledger.keep(text);
		for (const word of text.split(/\s+/)) {
			this.ledger.keep(word);
			if (word.includes('://')) this.#keepPath(word);
		}
		return this.#text(text, false);
	};

	/** An address that is published, whose path therefore stays. */
	known = (url: string, most: number): string => {
		this.#keepPath(url);
		return this.address(url).slice(0, most);
	};

	#keepPath(url: string): void {
		const path = url.replace(/[?#].*/s, '');
		[path, ...path.split('/')].forEach(this.ledger.keep);
	}

	/** A body that is no form: JSON, a page, a token, a sentence. */
	body = (text: string): string => {
		if (/^\s*(?:"[^]*"|-?[\d.eE+]+)\s*$/.test(text)) return this.json(text);
		return this.sentence(text);
	};

	/** A part of a multipart body. */
	#part = (name: string, value: string): string =>
		!isSecretName(name) && /^\s*[[{]/.test(value) ? this.json(value) : this.member(name, value);

	/** What a header proves its sender with. */
	credential = (name: string, value: string): string =>
		isPlaceholder(value) ? value : (this.#token(value) ?? this.ledger.take(name.toLowerCase(), value, true));

	/** An address, whose query is an allow-list too. */
	address = (url: string): string =>
		this.#deeper(url, () => redactAddress(url, { form: this.form, sentence: this.sentence, ...this.#marks }));

	/** The pairs of a form or a query. */
	form = (text: string): string =>
		this.#deeper(text, () => rewriteForm(text, (name, value) => this.member(name, value), this.#name));

	/** What stands under a name, by the allow-list. */
	member = (name: string, value: string, surroundings: Surroundings = this.surroundings): string => {
		if (value === '' || isPlaceholder(value)) return value;
		const token = this.#token(value);
		if (token !== undefined) return token;
		if (this.#isChosen(name)) {
			this.ledger.choose(value);
			return value;
		}
		if (!this.#stays(name, surroundings)) {
			const [, scheme = '', credential = value] = credentials.exec(value) ?? [];
			return `${scheme}${this.#token(credential) ?? this.ledger.take(name, credential, isStrong(name))}`;
		}
		if (isLogId(name, value)) return this.kept(value);
		if (isSentence(name)) return isErrorCode(value) ? value : this.sentence(value);
		const [, prefix, unique] = (normalName(name) === 'requesturi' && reference.exec(value)) || [];
		if (prefix !== undefined && unique !== undefined) {
			return `${prefix}${this.ledger.take(name, unique, true)}`;
		}
		return this.kept(value);
	};

	/** A text that is JSON, whatever kind of it. */
	json = (text: string): string =>
		this.#deeper(text, () => {
			const from = Math.max(0, text.search(/\S/));
			const json = rewriteJson(text, from, this.#visitor);
			const rest = text.slice(json.end);
			return `${text.slice(0, from)}${json.text}${rest.trim() === '' ? rest : this.sentence(rest)}`;
		});

	#token = (text: string): string | undefined =>
		redactToken(text.trim(), {
			take: this.ledger.take,
			number: this.ledger.number,
			json: this.json
		});

	#marks = {
		take: (name: string, value: string, strong = true): string => this.ledger.take(name, value, strong),
		isKept: (value: string): boolean => this.ledger.isKept(value)
	};

	#deeper(text: string, redact: () => string): string {
		if (this.#depth >= deepest) return text === '' ? text : this.ledger.take('value', text, true);
		this.#depth += 1;
		try {
			return redact();
		} finally {
			this.#depth -= 1;
		}
	}

	#text(text: string, isSentenceText: boolean): string {
		if (text.length < 4 || isPlaceholder(text)) return text;
		return this.#deeper(text, () => {
			const looks: Looks = {
				...this.#marks,
				token: this.#token,
				address: this.address,
				form: this.form,
				member: this.member,
				closely: isSentenceText
			};
			const plain = (between: string): string => {
				this.#learn(between, isSentenceText);
				return rewriteLooks(between, looks);
			};
			const page = (between: string, content: (text: string) => string): string =>
				isPage(between) ? this.#page(between, content) : content(between);
			const withJson = (between: string): string =>
				rewriteJsonIn(between, this.#visitor, (rest) => page(rest, plain));
			if (isMultipart(text)) return rewriteMultipart(text, this.#part, withJson);
			// JSON may hold a page, and a page JSON: what begins first holds the other.
			const begins = text.search(/[{[<]/);
			return text[begins] === '<' ? page(text, withJson) : withJson(text);
		});
	}

	#page = (text: string, content: (text: string) => string): string =>
		rewritePage(text, {
			field: this.member,
			attribute: (value) => this.#attribute(value),
			content: (element, inner) =>
				isSecretName(element) && inner.trim() !== ''
					? this.ledger.take(element, inner.trim(), true)
					: content(inner)
		});

	#attribute = (value: string): string =>
		/^[/?#.]/.test(value) ? this.address(value) : this.sentence(value);

	/** Reads a text as it is meant: what is found in its encodings is noted, for the sweep. */
	#learn(text: string, isSentenceText: boolean): void {
		if (!/%[\da-f]{2}|\\["\\/ux]|&(?:#|quot|amp|lt)/i.test(text)) return;
		const decoded = decodedText(text);
		if (decoded !== text) this.#text(decoded, isSentenceText);
	}

	#visitor: JsonVisitor<Inside> = {
		enter: (name, outer) => {
			const around = outer?.context ?? { ...this.surroundings, sealed: false };
			return {
				sealed: around.sealed || (isSecretName(name) && !this.#stays(name, around)),
				failed: around.failed === true || /^errors?$/i.test(name),
				foreign: around.foreign === true || (name !== '' && !this.#stays(name, around))
			};
		},
		value: (name, value, frame) => this.#jsonValue(name, value, frame),
		name: (name) => this.#name(name)
	};

	#jsonValue(name: string, value: string, frame: Frame<Inside> | undefined): string {
		const inside = frame?.context ?? { ...this.surroundings, sealed: false };
		if (inside.sealed) return this.#token(value) ?? this.ledger.take(name, value, isStrong(name));
		const names = frame?.names;
		const key = names?.has('kty') === true;
		if (key && privateJwkMembers.has(name)) return this.ledger.take(name, value, true);
		// Many servers call the code of an error by the name of the authorization code.
		if (normalName(name) === 'code' && isErrorCode(value)) return value;
		const failed = inside.failed === true || names?.has('error') === true;
		return this.member(name, value, { ...inside, failed, key });
	}

	/** A name may be somebody's, such as an address of e-mail; a plain word is not looked through. */
	#name = (name: string): string =>
		/^[a-z][a-z_-]{0,40}$|^[\w.-]{1,14}$/i.test(name) || isPlaceholder(name) ? name : this.sentence(name);
}
