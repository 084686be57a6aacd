import { say } from '$lib/lexicon/said';
import { duplicates, type Pair } from '$lib/wire/form';
import { pass, refuse, type Rule, type Verdict } from './decide';

/** Longer than any real value; the code challenge, state and nonce are far below it. */
const maxParameter = 4_096;

/** JWTs are as long as their claims: rules may add many. */
const maxToken = 32_768;
const tokens = new Set(['token', 'id_token_hint', 'request', 'client_assertion']);

const longest = (name: string): number => (tokens.has(name) ? maxToken : maxParameter);

/** All of a request but its JWTs: as much as servers take in an address. What waits for an answer is kept in memory. */
const maxRequest = 8_192;

const lengthOf = ([name, value]: Pair): number => name.length + value.length;

/** The parameters of a request, as sent. */
export class Parameters {
	readonly pairs: readonly Pair[];
	readonly repeated: readonly string[];

	constructor(pairs: readonly Pair[], repeatable: readonly string[] = []) {
		this.pairs = pairs;
		this.repeated = duplicates(this.pairs).filter((name) => !repeatable.includes(name));
	}

	/** RFC 6749 §3.1: sent without a value is as if not sent. A repeated one has no value to go by. */
	get(name: string): string | undefined {
		if (this.repeated.includes(name)) return undefined;
		return this.pairs.find(([key]) => key === name)?.[1] || undefined;
	}

	all(name: string): string[] {
		return this.pairs.filter(([key, value]) => key === name && value !== '').map(([, value]) => value);
	}
}

interface HasParameters {
	parameters: Parameters;
}

/** The first few: there may be thousands. */
const named = (names: readonly string[]): string => names.slice(0, 10).join(' ').slice(0, 200);

const once = ({ parameters }: HasParameters): Verdict =>
	parameters.repeated.length === 0
		? pass()
		: refuse('invalid_request', `A parameter is sent more than once: ${named(parameters.repeated)}`, {
				expected: say('each-once'),
				actual: say('doubled', named(parameters.repeated))
			});

function form({ parameters }: HasParameters): Verdict {
	const long = parameters.pairs.find((pair) => lengthOf(pair) > longest(pair[0]));
	if (long)
		return refuse('invalid_request', 'A parameter is too long', {
			expected: say('characters-at-most', longest(long[0])),
			actual: say('characters', long[1].length)
		});
	const all = parameters.pairs
		.filter(([name]) => !tokens.has(name))
		.reduce((sum, pair) => sum + lengthOf(pair), 0);
	if (all > maxRequest)
		return refuse('invalid_request', 'The parameters are too long together', {
			expected: say('characters-without-jwts', maxRequest),
			actual: say('characters', all)
		});
	const control = parameters.pairs.find(([name, value]) => /[\x00-\x1f\x7f]/.test(name + value));
	if (control)
		return refuse('invalid_request', 'A parameter has control characters', {
			expected: say('visible-characters'),
			actual: say('control-characters')
		});
	return pass();
}

/** What is wrong with parameters that came in another way than a query or a body; undefined when nothing is. */
export const parametersFault = (parameters: Parameters): Extract<Verdict, { status: 'fail' }> | undefined =>
	[once({ parameters }), form({ parameters })].find((verdict) => verdict.status === 'fail');

type FormId = 'as-parameters-form' | 'as-token-parameters-form';
type OnceId = 'as-parameters-once' | 'as-token-parameters-once';

/** RFC 6749 §3.1 and §3.2: request parameters must not be included more than once. */
export const parametersOnce = (id: OnceId): Rule<HasParameters> => ({ id, look: once });

/** Bounded in length and without control characters: RFC 6749 Appendix A has none in any parameter. */
export const parametersForm = (id: FormId): Rule<HasParameters> => ({ id, look: form });
