/** Texts that are no words of an error, told by how they are written: settings, requests of programs, questions, lines of code. */
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { parseForm } from '$lib/wire/form';
import { parseJson } from '$lib/wire/json';
import { requestNames } from '../parameter-names';
import { codeRank, sayingRank } from './names';
import { codeIn, troubleIn } from './words';

/** More than this is no note of a person, and not looked at as one. */
const longest = 20_000;

const rowsOf = (text: string): string[] =>
	text
		.split('\n')
		.map((row) => row.trim())
		.filter((row) => row !== '' && !/^(?:#|\/\/|;)/.test(row));

/** Opening and closing of lists, sections and objects: they carry no value. */
const isFrame = (row: string): boolean =>
	/^(?:[{}[\]()]+[,;]?|\[[\w.: "-]{1,80}\]|-{3,}|[\w$."' =:-]{1,100}[{[(]+)$/.test(row);

const setting =
	/^(?:(?:export|set|const|let|var)\s+|-\s+|\$env:)?["']?([A-Za-z_$][\w.$-]{0,100})["']?\s{0,20}[=:]\s{0,20}(.{0,2000})$/;

/** Names of headers of a request, which are no settings. */
const ofRequest =
	/^(?:cookie|set-cookie|authorization|host|accept|user-agent|content-\w+|x-[\w-]+|origin|referer)$/i;

/** Names whose values may be of several words. */
const ofWords = /scope|uri|grant|method|name|description|title|origin|audience|alias|role|comment/i;

const isValue = (name: string, value: string): boolean => {
	const bare = value
		.replace(/[,;]$/, '')
		.replace(/^(["'])(.*)\1$/, '$2')
		.trim();
	return !/\s/.test(bare) || /^[[{]/.test(bare) || ofWords.test(name);
};

/** A setting says so by itself where its name is that of a variable, or its value an address or a quoted word. */
const isPlain = (name: string, value: string): boolean =>
	/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name) || /\w\.\w/.test(name) || /^["']?https?:\/\/\S+$/.test(value);

const saysOfError = (name: string): boolean => codeRank(name) !== undefined || sayingRank(name) !== undefined;
const isParameter = (name: string): boolean => requestNames.has(name);
const never = (): boolean => false;

interface Setting {
	name: string;
	value: string;
}

/** Each line a name with a value, none of which says that something failed; `known` are names that errors have as well. */
function settingsIn(text: string, known: (name: string) => boolean = never): Setting[] | undefined {
	const rows = rowsOf(text);
	const settings: Setting[] = [];
	for (const row of rows) {
		if (isFrame(row)) continue;
		const [, name = '', value = ''] = setting.exec(row) ?? [];
		// An element of a list has no name.
		if (name === '' && /^- ["']?[^\s"']+["']?$/.test(row)) continue;
		if (name === '' || ofRequest.test(name) || (saysOfError(name) && !known(name)) || !isValue(name, value))
			return undefined;
		if (codeIn(value) !== undefined || troubleIn(value) > 0) return undefined;
		settings.push({ name, value });
	}
	return settings.length > 0 ? settings : undefined;
}

/** RFC 6749 §4.1.1 and RFC 6749 §4.1.3: what makes names and values a message. */
const ofMessage = /^(?:grant_type|response_type)$/;

const isRequestOf = (names: readonly string[]): boolean =>
	names.some((name) => ofMessage.test(name)) && names.filter((name) => requestNames.has(name)).length > 1;

/** How programs and people write that something is sent. */
const commands =
	/^(?:[$>#] ?|\$\w+ ?= ?)?(?:curl|wget|https?|xh|Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?:\.exe)? .{0,400}https?:|^(?:return |(?:(?:const|let|var|val) )?\$?\w{1,40} ?:?= ?)?(?:await )?(?:fetch|axios|\$\.ajax|\$?\w{1,40}(?:\.|->)(?:get|post|put|patch|request|post_?form|send))\(|^(?:GET|POST|PUT|PATCH|DELETE|HEAD) (?:https?:\/)?\/\S+(?: HTTP\/[\d.]{1,3})?$/im;

const withAnswer =
	/^(?:[$>#] ?)?(?:curl|wget|https?|xh|Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?:\.exe)? [^]*?\n(\{[^]*\})\s*$/i;

/** The JSON that stands under a command: what was answered to it. */
export const answerUnder = (text: string): unknown =>
	text.length > longest ? undefined : parseJson(withAnswer.exec(text)?.[1] ?? '');

export function isRequestText(text: string): boolean {
	if (text.length > longest) return false;
	if (commands.test(text)) return true;
	if (/^[\w.-]{1,60}=\S*$/.test(text)) return isRequestOf(parseForm(text).map(([name]) => name));
	// Of an object of a program its names are settings.
	if (rowsOf(text).some(isFrame)) return false;
	return isRequestOf((settingsIn(text, isParameter) ?? []).map(({ name }) => name));
}

/** Members by which an answer says in one word that it did not do it. */
const yesOrNo = /^(?:ok|success(?:ful)?|succeeded|valid|authenticated|authori[sz]ed|allowed|granted)$/i;
const no =
	/^(?:no|false|den(?:y|ied)|fail(?:ed|ure)?|errors?|refused|rejected|forbidden|invalid|expired|unauthori[sz]ed)$/i;

/** Whether a member of any depth says no, in a word or by `false`. */
export function saysNo(object: JsonObject): boolean {
	return Object.entries(object).some(([name, value]) => {
		if (isJsonObject(value)) return saysNo(value);
		if (Array.isArray(value)) return value.some((one) => isJsonObject(one) && saysNo(one));
		return typeof value === 'string' ? no.test(value.trim()) : value === false && yesOrNo.test(name);
	});
}

/** Objects of settings: no member of any depth says a sentence, or has a name that errors have. */
function isQuietObject(object: JsonObject): boolean {
	if (saysNo(object)) return false;
	return Object.entries(object).every(([name, value]) => {
		if (isJsonObject(value)) return isQuietObject(value);
		if (Array.isArray(value)) return value.every((one) => !isJsonObject(one) || isQuietObject(one));
		if (typeof value !== 'string') return true;
		return codeIn(value) === undefined && !(saysOfError(name) && /\s/.test(value.trim()));
	});
}

/** JSON in which nothing is said. */
export function quietObjectIn(text: string): JsonObject | undefined {
	const value = /^\{/.test(text) ? parseJson(text) : undefined;
	return isJsonObject(value) && isQuietObject(value) ? value : undefined;
}

/** Names that settings of clients have, as files of many programs write them. */
const ofClients =
	/^(?:client_?(?:id|secret)|(?:auth|token)_?(?:server)?_?ur[il]|auth-server-url|realm|tenant_?id|authority|issuer|redirect_?uris?|callback_?path|instance|domain)$/i;

const hasSettings = (object: JsonObject): boolean =>
	Object.entries(object).some(
		([name, value]) => ofClients.test(name) || (isJsonObject(value) && hasSettings(value))
	);

export const isSettingsObject = (object: JsonObject): boolean => hasSettings(object);

export function isSettings(text: string): boolean {
	if (text.length > longest) return false;
	const settings = settingsIn(text);
	if (!settings) return false;
	const [only] = settings;
	return settings.length > 1 || (only !== undefined && isPlain(only.name, only.value));
}

/** How questions of a person begin, in the languages that the diagnosis reads. */
const asking =
	/^(?:how|what|why|when|where|which|who|can i|could i|should i|is it possible|is there|does anyone|wie|was|warum|wo|wann|welche\w?|kann ich|comment|pourquoi|quel(?:le)?s?|o[uù]|que|cómo|como|qué|por qué|dónde|cuál|o que|por que|onde|qual|come|cosa|perché|dove|hoe|wat|waarom|waar|welke|jak|co|dlaczego|gdzie|как|что|почему|где)(?![\p{L}\p{N}])/iu;
/** Where words are not apart, a sentence begins or ends like that. */
const asksApart = /^(?:请问)?(?:如何|怎么|怎样|为什么|什么|哪)/u;
const asksInEnd = /(?:か|吗|呢|까요?|나요)[?？。]?$/u;
/** Without its mark only where no sentence begins like that. */
const asksHow = /^how (?:to|do i|can i|should i) /i;

/** One sentence, which asks and tells nothing that failed. */
export function isQuestion(text: string): boolean {
	if (text.length > 300 || codeIn(text) !== undefined || troubleIn(text) > 0) return false;
	const sentence = text.replace(/^¿\s*/, '');
	if (/[.!?。！？]\s+\S/.test(sentence.replace(/\s*[?？]$/, ''))) return false;
	return (
		(/[?？]$/.test(sentence) && asking.test(sentence)) ||
		[asksHow, asksApart, asksInEnd].some((form) => form.test(sentence))
	);
}

/** A statement of a program, and no words to a person. */
export const isProgram = (text: string): boolean =>
	text.length < longest &&
	/^(?:const|let|var|return|await|import|from|using|public|private|def|func|if ?\(|\w[\w<>.]{0,60} \w{1,60} ?= ?.{0,400}\(|\w+(?:\.\w+)+\().*[;{})]$/.test(
		rowsOf(text)[0] ?? ''
	);

/** Headers that a client sends. */
export const isHeaders = (text: string): boolean => {
	const rows = rowsOf(text);
	return rows.length > 0 && rows.every((row) => ofRequest.test(/^([\w-]{1,60}): /.exec(row)?.[1] ?? ''));
};

/** Lines of a log that their program itself calls of no trouble. */
export const isQuietLog = (text: string): boolean => {
	const rows = rowsOf(text);
	if (codeIn(text) !== undefined || troubleIn(text) > 0) return false;
	return (
		rows.length > 0 && rows.every((row) => /^.{0,80}?\b(?:INFO|DEBUG|TRACE|NOTICE|info|debug)\b/.test(row))
	);
};
