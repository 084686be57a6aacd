import { describe, expect, it } from 'vitest';
import { diagnose } from '$lib/diagnosis/diagnose';
import { clausesOf } from '$lib/diagnosis/normalise';
import { isTextOfCorpus } from '../../diagnosis/corpus';

/** What is known of a text in English, and of what step and cause it speaks. */
type Row = readonly [text: string, plain: string, step: string, code: string];

const sayings: Record<string, readonly Row[]> = {
	de: [
		['Ungültiger Autorisierungscode', 'invalid CODE', 'token', 'code-already-used'],
		[
			'Der Anmeldecode der Autorisierung (Autorisierungscode) ist abgelaufen',
			'CODE expired',
			'token',
			'code-expired'
		],
		['Dieser Autorisierungscode wurde bereits eingelöst', 'CODE already used', 'token', 'code-already-used'],
		['Der Client ist hier unbekannt', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'Die Weiterleitungs-URI ist für diesen Client nicht registriert',
			'REDIRECT CLIENT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'Der Code-Verifier stimmt nicht mit der Code-Challenge überein',
			'VERIFIER not match CHALLENGE',
			'token',
			'pkce-verifier-mismatch'
		],
		['Der Geltungsbereich ist ungültig', 'SCOPE invalid', 'authorize', 'scope-not-allowed'],
		['Das Aktualisierungstoken wurde widerrufen', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['Ihre Sitzung ist abgelaufen', 'session expired', 'authorize', 'session-expired'],
		[
			'Der Antworttyp wird nicht unterstützt',
			'RESPONSETYPE not supported',
			'authorize',
			'response-type-unsupported'
		]
	],
	fr: [
		['Code d’autorisation invalide', 'CODE invalid', 'token', 'code-already-used'],
		['Ce code d’autorisation a expiré hier', 'CODE expired', 'token', 'code-expired'],
		['Ce code d’autorisation a déjà été utilisé une fois', 'CODE already used', 'token', 'code-already-used'],
		['L’application cliente est inconnue ici', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'L’URI de redirection n’est pas enregistrée',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'Le vérificateur de code ne correspond pas au défi',
			'VERIFIER not match',
			'token',
			'pkce-verifier-mismatch'
		],
		['La portée « lire » est inconnue', 'SCOPE unknown', 'authorize', 'scope-not-allowed'],
		['Le jeton d’actualisation est révoqué', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['Votre session a expiré, recommencez', 'session expired', 'authorize', 'session-expired'],
		[
			'Le type de réponse n’est pas supporté',
			'RESPONSETYPE not supported',
			'authorize',
			'response-type-unsupported'
		]
	],
	es: [
		['El código de autorización es incorrecto', 'CODE invalid', 'token', 'code-already-used'],
		['El código de autorización caducó ayer', 'CODE expired', 'token', 'code-expired'],
		['Este código ya fue utilizado antes', 'CODE already used', 'token', 'code-already-used'],
		['La aplicación es desconocida aquí', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'La URI de redirección no está registrada',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'El verificador de código no coincide con el desafío',
			'VERIFIER not match',
			'token',
			'pkce-verifier-mismatch'
		],
		['El ámbito «leer» es inválido', 'SCOPE invalid', 'authorize', 'scope-not-allowed'],
		['El token de actualización fue revocado', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['Su sesión ha caducado', 'session expired', 'authorize', 'session-expired'],
		['Falta el parámetro code_verifier', 'missing parameter VERIFIER', 'token', 'pkce-verifier-missing']
	],
	pt: [
		['O código de autorização está incorreto', 'CODE invalid', 'token', 'code-already-used'],
		['O código de autorização expirou ontem', 'CODE expired', 'token', 'code-expired'],
		['Este código já foi usado antes', 'CODE already used', 'token', 'code-already-used'],
		['O aplicativo é desconhecido aqui', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'A URI de redirecionamento não está cadastrada',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'O verificador de código não corresponde ao desafio',
			'VERIFIER not match',
			'token',
			'pkce-verifier-mismatch'
		],
		['O escopo «ler» é inválido', 'SCOPE invalid', 'authorize', 'scope-not-allowed'],
		['O token de atualização foi revogado', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['Sua sessão expirou', 'session expired', 'authorize', 'session-expired'],
		[
			'Falta o parâmetro code_verifier na requisição',
			'missing parameter VERIFIER request',
			'token',
			'pkce-verifier-missing'
		]
	],
	it: [
		['Il codice di autorizzazione è errato', 'CODE invalid', 'token', 'code-already-used'],
		['Il codice di autorizzazione è scaduto ieri', 'CODE expired', 'token', 'code-expired'],
		['Questo codice è già stato utilizzato prima', 'CODE already used', 'token', 'code-already-used'],
		['L’applicazione è sconosciuta qui', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'L’URI di reindirizzamento non è registrato',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'Il code verifier non corrisponde alla code challenge',
			'VERIFIER not match CHALLENGE',
			'token',
			'pkce-verifier-mismatch'
		],
		['L’ambito «leggi» è sconosciuto', 'SCOPE unknown', 'authorize', 'scope-not-allowed'],
		['Il token di aggiornamento è stato revocato', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['La sua sessione è scaduta', 'session expired', 'authorize', 'session-expired'],
		['Troppe richieste, riprova più tardi', 'too many requests', 'token', 'rate-limited']
	],
	nl: [
		['De autorisatiecode is onjuist', 'CODE invalid', 'token', 'code-already-used'],
		['De autorisatiecode is gisteren verlopen', 'CODE expired', 'token', 'code-expired'],
		['Deze autorisatiecode is al gebruikt', 'CODE already used', 'token', 'code-already-used'],
		['De toepassing is hier onbekend', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'De omleidings-URI is niet geregistreerd',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'De code verifier komt niet overeen met de code challenge',
			'VERIFIER not match CHALLENGE',
			'token',
			'pkce-verifier-mismatch'
		],
		['Het bereik «lezen» is ongeldig', 'SCOPE invalid', 'authorize', 'scope-not-allowed'],
		['Het vernieuwingstoken is ingetrokken', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['Uw sessie is verlopen', 'session expired', 'authorize', 'session-expired'],
		['Te veel verzoeken, probeer het later', 'too many requests', 'token', 'rate-limited']
	],
	pl: [
		['Kod autoryzacji jest błędny', 'CODE invalid', 'token', 'code-already-used'],
		['Kod autoryzacji wygasł wczoraj', 'CODE expired', 'token', 'code-expired'],
		['Ten kod autoryzacji został już wykorzystany', 'CODE already used', 'token', 'code-already-used'],
		['Aplikacja jest tu nieznana', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'Adres przekierowania nie jest zarejestrowany',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'Weryfikator kodu nie pasuje do wyzwania kodu',
			'VERIFIER not match CHALLENGE',
			'token',
			'pkce-verifier-mismatch'
		],
		['Zakres «czytaj» jest nieznany', 'SCOPE unknown', 'authorize', 'scope-not-allowed'],
		['Token odświeżania został unieważniony', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['Twoja sesja wygasła', 'session expired', 'authorize', 'session-expired'],
		['Zbyt wiele żądań, spróbuj później', 'too many requests', 'token', 'rate-limited']
	],
	ru: [
		['Код авторизации неверен', 'CODE invalid', 'token', 'code-already-used'],
		['Код авторизации истёк вчера', 'CODE expired', 'token', 'code-expired'],
		['Этот код авторизации уже использован', 'CODE already used', 'token', 'code-already-used'],
		['Приложение здесь неизвестно', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'Адрес перенаправления не зарегистрирован',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'Верификатор кода не соответствует вызову кода',
			'VERIFIER not match CHALLENGE',
			'token',
			'pkce-verifier-mismatch'
		],
		['Область действия «чтение» неизвестна', 'SCOPE unknown', 'authorize', 'scope-not-allowed'],
		['Токен обновления отозван', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['Ваш сеанс истёк', 'session expired', 'authorize', 'session-expired'],
		['Слишком много запросов, попробуйте позже', 'too many requests', 'token', 'rate-limited']
	],
	ja: [
		['認可コードが正しくありません', 'CODE invalid', 'token', 'code-already-used'],
		['認可コードの期限が切れました', 'CODE expired', 'token', 'code-expired'],
		['この認可コードはすでに使用されています', 'CODE already used', 'token', 'code-already-used'],
		['このクライアントは不明です', 'CLIENT unknown', 'authorize', 'client-unknown'],
		[
			'リダイレクト URI が登録されていません',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'コード検証子がコードチャレンジと一致しません',
			'VERIFIER CHALLENGE not match',
			'token',
			'pkce-verifier-mismatch'
		],
		['スコープ「read」は無効です', 'SCOPE invalid', 'authorize', 'scope-not-allowed'],
		['更新トークンは取り消されました', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['セッションの有効期限が過ぎました', 'session expired', 'authorize', 'session-expired'],
		['リクエストが多すぎます', 'too many requests', 'token', 'rate-limited']
	],
	zh: [
		['授权码不正确', 'CODE invalid', 'token', 'code-already-used'],
		['授权码早已过期', 'CODE expired', 'token', 'code-expired'],
		['该授权码已被使用', 'CODE already used', 'token', 'code-already-used'],
		['未知的客户端', 'unknown CLIENT', 'authorize', 'client-unknown'],
		['重定向 URI 未注册', 'REDIRECT not registered', 'authorize', 'redirect-uri-not-registered'],
		['代码验证器与代码质询不匹配', 'VERIFIER CHALLENGE not match', 'token', 'pkce-verifier-mismatch'],
		['權限範圍「read」無效', 'permission SCOPE invalid', 'authorize', 'scope-not-allowed'],
		['重新整理權杖已被撤銷', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['您的会话已失效', 'session expired', 'authorize', 'session-expired'],
		['请求过多', 'too many requests', 'token', 'rate-limited']
	],
	ko: [
		['인가 코드가 올바르지 않습니다', 'CODE invalid', 'token', 'code-already-used'],
		['인가 코드가 만료된 것 같습니다', 'CODE expired', 'token', 'code-expired'],
		['이 인가 코드는 이미 사용되었습니다', 'CODE already used', 'token', 'code-already-used'],
		['알 수 없는 클라이언트입니다', 'unknown CLIENT', 'authorize', 'client-unknown'],
		[
			'리디렉션 URI가 등록되지 않았습니다',
			'REDIRECT not registered',
			'authorize',
			'redirect-uri-not-registered'
		],
		[
			'코드 검증자가 코드 챌린지와 일치하지 않습니다',
			'VERIFIER CHALLENGE not match',
			'token',
			'pkce-verifier-mismatch'
		],
		['스코프 "read"가 잘못되었습니다', 'SCOPE invalid', 'authorize', 'scope-not-allowed'],
		['갱신 토큰이 철회되었습니다', 'REFRESH revoked', 'token', 'refresh-token-revoked'],
		['세션이 만료된 상태입니다', 'session expired', 'authorize', 'session-expired'],
		['요청이 너무 많습니다', 'too many requests', 'token', 'rate-limited']
	]
};

const rows = Object.entries(sayings).flatMap(([tag, said]) =>
	said.map(([text, plain, step, code]) => ({ tag, text, plain, step, code }))
);

describe('a text in another language', () => {
	it.each(rows)('$tag: $text says $plain', ({ text, plain }) => {
		expect(clausesOf(text)).toEqual([{ written: text, plain, translated: true }]);
	});

	it.each(rows)('$tag: $text means $code', ({ text, step, code }) => {
		expect(diagnose({ step, error_description: text })[0]?.code).toBe(code);
	});

	it('is no text that the weights were taught', () => {
		expect(rows.filter(({ text }) => isTextOfCorpus(text))).toEqual([]);
	});

	it('is quoted as it was written', () => {
		const [told] = diagnose({
			step: 'token',
			error_description: 'Hinweis: Der Autorisierungscode ist abgelaufen.'
		});
		expect(JSON.stringify(told?.evidence)).toContain('Der Autorisierungscode ist abgelaufen');
	});

	it('may be one clause of several, in whatever script its sentences end', () => {
		expect(clausesOf('エラー。認可コードが無効です。').map(({ written }) => written)).toEqual([
			'エラー',
			'認可コードが無効です'
		]);
		expect(clausesOf('Le client a échoué. Réessayez.')).toHaveLength(2);
	});
});
