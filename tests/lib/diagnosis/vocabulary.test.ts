import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { german } from '$lib/diagnosis/languages/de';
import { protocolWords, sharedWords } from '$lib/diagnosis/languages/english';
import { spanish } from '$lib/diagnosis/languages/es';
import { french } from '$lib/diagnosis/languages/fr';
import { italian } from '$lib/diagnosis/languages/it';
import { japanese } from '$lib/diagnosis/languages/ja';
import { korean } from '$lib/diagnosis/languages/ko';
import type { Language } from '$lib/diagnosis/languages/language';
import { dutch } from '$lib/diagnosis/languages/nl';
import { polish } from '$lib/diagnosis/languages/pl';
import { portuguese } from '$lib/diagnosis/languages/pt';
import { inEnglish, vocabularyOf } from '$lib/diagnosis/languages/recognise';
import { russian } from '$lib/diagnosis/languages/ru';
import { folded, Vocabulary } from '$lib/diagnosis/languages/vocabulary';
import { chinese } from '$lib/diagnosis/languages/zh';
import { concepts, saidIn } from '$lib/diagnosis/concepts';
import { clausesOf, normalise } from '$lib/diagnosis/normalise';
import { corpus } from '../../diagnosis/corpus';

const languages = [
	...[german, french, spanish, portuguese, italian, dutch],
	...[polish, russian, japanese, chinese, korean]
];

/** A small language of our own, so that a test says what it needs. */
const small: Language = {
	tag: 'xx',
	common: 'lo|mi',
	things: { CODE: 'kod*|grand kod', CLIENT: 'klient' },
	says: { expired: 'for * nun|passe', not: 'ne', 'not found': 'ne trove' }
};
const said = (clause: string): string => new Vocabulary(small, 'spaced').inEnglish(clause);

describe('words that are apart', () => {
	it('are found as whole words only', () => {
		expect(said('klient')).toBe('CLIENT');
		expect(said('klientela')).toBe('');
		expect(said('oklient')).toBe('');
	});

	it('may have any ending where a star stands', () => {
		expect(said('kod')).toBe('CODE');
		expect(said('kodoj')).toBe('CODE');
	});

	it('are the longest that begin at one place', () => {
		expect(said('ne trove klient')).toBe('not found CLIENT');
		expect(said('ne klient')).toBe('not CLIENT');
	});

	it('may have a word or two between, and not three', () => {
		expect(said('for tre nun')).toBe('expired');
		expect(said('for tre tre nun')).toBe('expired');
		expect(said('for tre tre tre nun')).toBe('');
	});

	it('that carry nothing, or are not known, are left out', () => {
		expect(said('lo grand kod mi blua passe')).toBe('CODE expired');
	});

	it('of the protocol stay as they are', () => {
		expect(said('lo redirect uri blua passe')).toBe('redirect uri expired');
	});
});

describe('words that are not apart', () => {
	const vocabulary = new Vocabulary(
		{
			tag: 'yy',
			common: 'の',
			things: { CODE: '認可コード', REDIRECT: '先uri' },
			says: { not: '不', invalid: '不正' }
		},
		'unspaced'
	);

	it('are found within others', () => {
		expect(vocabulary.inEnglish('その認可コードは不正')).toBe('CODE invalid');
	});

	it('may have spaces anywhere, and Latin letters as whole words', () => {
		expect(vocabulary.inEnglish('認可 コード')).toBe('CODE');
		expect(vocabulary.inEnglish('先 uri')).toBe('REDIRECT');
		expect(vocabulary.inEnglish('先urn')).toBe('');
	});

	it('are the longest that begin at one place', () => {
		expect(vocabulary.inEnglish('不正')).toBe('invalid');
		expect(vocabulary.inEnglish('不可')).toBe('not');
	});
});

describe('accents', () => {
	it('do not matter', () => {
		expect(folded('Ungültig Código Größe łódź Ёлка')).toBe('ungultig codigo grosse lodz елка');
		expect(normalise('codigo de autorizacion invalido')).toBe(normalise('Código de autorización inválido'));
	});

	it('are part of a letter in Japanese and Korean', () => {
		expect(folded('ガ 코드')).toBe('ガ 코드');
	});
});

describe('the language of a clause', () => {
	it.each([
		['ungultiger client', 'de'],
		['client inconnu', 'fr'],
		['el cliente no existe', 'es'],
		['o cliente não existe', 'pt'],
		['il client non esiste', 'it'],
		['de client bestaat niet', 'nl'],
		['klient nie istnieje', 'pl'],
		['клиент не существует', 'ru'],
		['クライアントが存在しない', 'ja'],
		['客户端不存在', 'zh'],
		['클라이언트가 존재하지 않습니다', 'ko']
	])('%s is %s', (clause, tag) => {
		expect(vocabularyOf(folded(clause))?.tag).toBe(tag);
	});

	it.each([
		'invalid client',
		'client session token scope',
		'the code has expired',
		'redirect uris are prohibited',
		'administrators only',
		'no application session',
		'clientid',
		'',
		'42'
	])('%s is none of these', (clause) => {
		expect(vocabularyOf(clause)).toBeUndefined();
		expect(inEnglish(clause)).toBeUndefined();
	});

	it('is English where most of it is, though a word of another stands in it', () => {
		expect(vocabularyOf('the application was not found and you must use the ungultig one')).toBeUndefined();
	});

	it('is one of ours in the first word of a text alone', () => {
		expect(normalise('invalid_grant: Ungültiger Autorisierungscode')).toBe('invalid GRANT invalid CODE');
	});

	it('is hardly ever another than English for an English text', () => {
		const english = corpus.flatMap(({ lang, error_description }) =>
			lang === 'en' && error_description !== undefined ? [error_description] : []
		);
		const taken = english.filter((text) => clausesOf(text).every(({ translated }) => translated));
		expect(english.length).toBeGreaterThan(1500);
		expect(taken.length / english.length).toBeLessThan(0.005);
	});
});

describe('what stays of a text in another language', () => {
	it.each([
		['Der Parameter redirect_uri fehlt', 'parameter REDIRECT missing'],
		['Le paramètre code_verifier est manquant', 'parameter VERIFIER missing'],
		['El valor de client_id no es válido', 'value CLIENTID invalid'],
		['response_type が指定されていません', 'RESPONSETYPE missing'],
		['缺少 state 参数', 'missing STATE'],
		['параметр scope не указан', 'parameter SCOPE missing'],
		['grant_type 을 지원하지 않습니다', 'GRANTTYPE not supported']
	])('%s: names of parameters', (text, plain) => {
		expect(normalise(text)).toBe(plain);
	});

	it.each([
		['Die App ist nicht für diesen Bereich registriert', 'registered'],
		['L’application n’est pas vraiment enregistrée ici', 'registered'],
		['La aplicación no está del todo registrada', 'registered']
	])('%s: a denial and what it denies, words between or not', (text, concept) => {
		expect(saidIn(normalise(text), concept)).toBeDefined();
		expect(normalise(text)).toContain('not');
	});

	it('is nothing where no word is known, and the clause is still there to be quoted', () => {
		const [clause] = clausesOf('今日はいい天気');
		expect(clause?.written).toBe('今日はいい天気');
		expect(clause?.translated).toBe(true);
	});

	it('takes any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				expect(inEnglish(text) ?? '').not.toMatch(/^ | $| {2}/);
			})
		);
	});
});

describe('the words of each language', () => {
	it.each(languages)('$tag: each way to say a thing stands once', ({ things, says }) => {
		const ways = [...Object.values(things), ...Object.values(says)].flatMap((words) =>
			folded(words).split('|')
		);
		expect(ways.filter((way, at) => ways.indexOf(way) !== at)).toEqual([]);
		expect(ways.filter((way) => way.trim() !== way || way === '')).toEqual([]);
	});

	it.each(languages)('$tag: every statement is one that English makes', ({ says }) => {
		const names = Object.keys(concepts);
		const unsaid = Object.keys(says).filter(
			(name) =>
				!['not', 'no', 'must', 'allowed', 'another', 'canceled'].includes(name) &&
				names.every((concept) => saidIn(name, concept) === undefined)
		);
		expect(unsaid).toEqual([]);
	});

	it.each(languages)('$tag: every thing is one that English has', ({ things }) => {
		const names = Object.keys(things).filter((name) => name === name.toUpperCase());
		expect(names.length).toBeGreaterThan(15);
		const known = new Set(
			'REDIRECT CODE GRANT CLIENTID CLIENTAUTH CLIENT SECRET STATE SCOPE REFRESH ACCESSTOKEN IDTOKEN USER ADMIN CHALLENGE METHOD VERIFIER GRANTTYPE RESPONSETYPE RESPONSEMODE AUDIENCE ORIGIN ISSUER POSTLOGOUT'.split(
				' '
			)
		);
		expect(names.filter((name) => !known.has(name))).toEqual([]);
	});

	it.each(languages)(
		'$tag: is known by a word of its own for the things the flow is about',
		({ things, says }) => {
			for (const name of [
				'REDIRECT',
				'CODE',
				'CLIENT',
				'SECRET',
				'SCOPE',
				'REFRESH',
				'ACCESSTOKEN',
				'USER',
				'VERIFIER'
			])
				expect(things[name]?.length).toBeGreaterThan(0);
			for (const name of [
				'invalid',
				'missing',
				'required',
				'expired',
				'already used',
				'unknown',
				'not match',
				'malformed',
				'not registered',
				'not allowed',
				'not supported',
				'revoked',
				'denied'
			])
				expect(says[name]?.length).toBeGreaterThan(0);
		}
	);

	it('are told from English by what English has not', () => {
		for (const word of ['client', 'session', 'invalid', 'token']) expect(sharedWords.has(word)).toBe(true);
		for (const word of ['redirect', 'verifier', 'client', 'scope'])
			expect(protocolWords.has(word)).toBe(true);
	});
});
