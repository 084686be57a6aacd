/** The error among names and values: its code, its words, its status. Whoever made the record, the names say what is what. */
import { isStandardError, standardErrorIn } from '../error-signs';
import { fieldsOfRecord } from '../error-fields';
import type { Seen } from '../seen';
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { codeRank, isCode, isLevelName, isStatusName, plainName, sayingRank } from './names';
import { codeIn, isSuccess, saysLittle, statusIn, tidy, troubleIn } from './words';

export interface Member {
	name: string;
	value: string;
}

export interface Reduced {
	seen: Seen;
	weight: number;
	/** The members that it was taken from. */
	taken: Member[];
	/** What the level around it adds: it is that of what stands inside, too. */
	level: number;
}

/** Values that say that there is none. */
const isNone = (value: string): boolean =>
	/^(?:null|none|nil|undefined|n\/a|false|true|-|\d*)$/i.test(value.trim());

const isSentence = (value: string): boolean =>
	/\p{L}{2}/u.test(value) &&
	(!isCode(value) || /\s/.test(value)) &&
	!/^(?:https?:\/\/\S*$|\s*[{[]\s*["'{[])/.test(value);

/** Names beside which `code` and `type` are about something else. */
const ofErrors = /err|fault|login/;

/** Some call their codes names. */
const rankOf = ({ name, value }: Member): number | undefined =>
	codeRank(name) ?? (/^(?:name|title)$/i.test(name) && isStandardError(value) ? 100 : undefined);

/** An outcome with its reason beside it: `result: FAILURE`, `status: FAILED`. */
const isFailure = ({ name, value }: Member): boolean =>
	/(?:result|outcome|status)$/.test(plainName(name)) && /^(?:fail|den(?:y|ied)|reject)/i.test(value);

function codeOf(members: readonly Member[]): Member | undefined {
	const failed = members.some(isFailure);
	const coded = members
		.filter((member) => rankOf(member) !== undefined && !isNone(member.value))
		.filter(
			({ name, value }) => isCode(value) || (plainName(name) === 'error' && /^[a-z]{5,40}$/.test(value))
		)
		.filter(({ name, value }) => failed || ofErrors.test(plainName(name)) || codeIn(value) !== undefined);
	const rank = (member: Member): number =>
		(rankOf(member) ?? 0) - (isStandardError(member.value.replace(/^[a-z]+\./, '')) ? 100 : 0);
	return coded.toSorted((one, other) => rank(one) - rank(other))[0];
}

/** A second code that says more, where no sentence does. */
const innerCode = (members: readonly Member[]): Member[] =>
	members.filter(({ name, value }) => /^(?:sub|inner)err/.test(plainName(name)) && isCode(value)).slice(0, 1);

/** How many sentences of one record are told: the words, and a hint beside them. */
const mostSayings = 2;

/** Names of what is said beside the error itself. */
const addsMore = (name: string): boolean => /hint$|details?$|reason$|diagnostics$/.test(plainName(name));

function sayingsOf(members: readonly Member[]): Member[] {
	const rank = ({ name, value }: Member): number => (sayingRank(name) ?? 0) + (saysLittle(value) ? 100 : 0);
	const said = members
		.filter(({ name, value }) => sayingRank(name) !== undefined && isSentence(value) && !isNone(value))
		.toSorted((one, other) => rank(one) - rank(other));
	const [first, ...more] = said;
	if (!first) return [];
	const others = more.filter(
		({ name, value }) => addsMore(name) && !first.value.includes(value.slice(0, 40))
	);
	return [first, ...others].slice(0, mostSayings);
}

function statusOf(members: readonly Member[]): number | undefined {
	const found = members.find(({ name, value }) => isStatusName(name) && /^[1-5]\d{2}$/.test(value.trim()));
	return found ? Number(found.value) : undefined;
}

const levelWeight = (members: readonly Member[]): number => {
	const level = members.find(({ name }) => isLevelName(name))?.value.toLowerCase() ?? '';
	if (/^(?:err|fatal|crit|severe|alert|emerg|panic|50$|60$)/.test(level)) return 12;
	if (/^(?:warn|40$)/.test(level)) return 6;
	return /^(?:info|debug|trace|notice|[123]0$)/.test(level) ? -25 : 0;
};

/** What a record of any making says of an error; undefined: of none. */
export function reduce(members: readonly Member[]): Reduced | undefined {
	const code = codeOf(members);
	const sayings = sayingsOf(members);
	const inner = code && sayings.length === 0 ? innerCode(members) : [];
	const words = tidy([...sayings, ...inner].map(({ value }) => value.slice(0, 2_000)).join('\n'));
	const error = code?.value ?? standardErrorIn(words);
	const status = statusOf(members) ?? statusIn(words);
	const level = levelWeight(members);
	const named = members.some(
		({ name, value }) =>
			ofErrors.test(plainName(name)) && sayingRank(name) !== undefined && isSentence(value) && !isNone(value)
	);
	const trouble = troubleIn(words);
	const strength =
		(error === '' ? 0 : isStandardError(error.replace(/^[a-z]+\./, '')) ? 60 : 40) +
		(words !== '' && codeIn(words) === 'number' ? 40 : 0) +
		(named ? 20 : 0) +
		(words === '' ? 0 : 8) +
		5 * trouble;
	const tells = error !== '' || trouble > 0 || named || (level > 0 && words !== '');
	if (!tells) return undefined;
	const passed = (status ?? 0) < 400 && status !== undefined && error === '' ? -30 : 0;
	const fine = error === '' && isSuccess(words) ? -30 : 0;
	return {
		seen: {
			...(error === '' ? {} : { error }),
			...(words === '' ? {} : { error_description: words }),
			...(status === undefined ? {} : { status })
		},
		weight: strength + level + ((status ?? 0) >= 400 ? 8 : 0) + passed + fine,
		taken: [...(code ? [code] : []), ...sayings, ...inner],
		level
	};
}

const deepest = 8;
const mostObjects = 300;

/** A text in a record, with the record that it stands in. */
export interface Inner {
	text: string;
	name: string;
}

/** Each object of a value, outermost first, and the texts in it. */
export function objectsIn(value: unknown): { objects: JsonObject[]; texts: Inner[] } {
	const objects: JsonObject[] = [];
	const texts: Inner[] = [];
	const visit = (one: unknown, name: string, depth: number): void => {
		if (depth > deepest || objects.length > mostObjects) return;
		if (typeof one === 'string' && one.length > 5) texts.push({ text: one, name });
		else if (Array.isArray(one)) one.slice(0, mostObjects).forEach((entry) => visit(entry, name, depth + 1));
		else if (isJsonObject(one)) {
			objects.push(one);
			Object.entries(one).forEach(([key, member]) => visit(member, key, depth + 1));
		}
	};
	visit(value, '', 0);
	return { objects, texts };
}

const membersOf = (object: JsonObject): Member[] =>
	Object.entries(object).flatMap(([name, value]): Member[] => {
		if (typeof value === 'string') return [{ name, value: value.slice(0, 6_000) }];
		return typeof value === 'number' ? [{ name, value: String(value) }] : [];
	});

/** Members of a line of a log, which are no members of an answer. */
export const isLogged = (value: unknown): boolean =>
	Array.isArray(value)
		? value.some((one) => isJsonObject(one) && isLogged(one))
		: isJsonObject(value) && Object.keys(value).some((name) => isLevelName(name));

/** An answer that servers give: read as a whole, with the lists of faults in it. */
function answered(object: JsonObject): Reduced | undefined {
	if (isLogged(object)) return undefined;
	const { error, description } = fieldsOfRecord(object);
	const reduced = reduce(membersOf(object));
	const isAnswer = ['error', 'errors', 'errorCode', 'error_code', 'issues', 'violations', 'detail'].some(
		(name) => object[name] !== undefined && object[name] !== null
	);
	const isTold = isCode(error) || description !== '';
	if (!isAnswer || !isTold || !(reduced || isJsonObject(object['error']) || troubleIn(description) > 0))
		return undefined;
	const status = statusOf(membersOf(object)) ?? reduced?.seen.status;
	const strength = isStandardError(error) ? 60 : error === '' || isCode(error) ? 40 : 20;
	const known = { ...(status === undefined ? {} : { status }) };
	const weight = strength + (description === '' ? 0 : 8) + 5 * troubleIn(description);
	return {
		seen: { ...known, body: object },
		weight: Math.max(weight, reduced?.weight ?? 0) + 4,
		taken: reduced?.taken ?? [],
		level: 0
	};
}

/** The best of the objects in a value. */
export function reduceValue(value: unknown): Reduced | undefined {
	const isList = Array.isArray(value) && value.length > 0 && value.every(isJsonObject);
	const { objects } = objectsIn(value);
	const outer = objects[0];
	const found = objects.flatMap((object, depth): Reduced[] => {
		const reduced = answered(object) ?? reduce(membersOf(object));
		return reduced ? [{ ...reduced, weight: reduced.weight - Math.min(depth, 5) }] : [];
	});
	const [best] = found.toSorted((one, other) => other.weight - one.weight);
	if (!best || isList)
		return best && isList ? { ...best, seen: { ...best.seen, body: JSON.stringify(value) } } : best;
	// The level, the status and the time stand outside of what they are about.
	const around = outer ? levelWeight(membersOf(outer)) : 0;
	const status = objects.map((object) => statusOf(membersOf(object))).find((one) => one !== undefined);
	return {
		...best,
		seen: { ...(status === undefined ? {} : { status }), ...best.seen },
		weight: best.weight + (outer && best.seen.body !== outer ? around : 0),
		level: around
	};
}
