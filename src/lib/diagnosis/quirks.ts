import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import { tell, type Phrase } from '$lib/lexicon/said';
import type { Sign } from './sign';
import type { Read } from './seen';

/** What a product means by an error beyond the standard. They weigh little: they add to what is left open. */
interface Quirk {
	issuer: RegExp;
	step: DiagnosisStep;
	error: string;
	code: DiagnosisCode;
	because: Phrase;
}

const cognito = /cognito-idp\.[\w-]+\.amazonaws\.com|\.amazoncognito\.com/i;
const authentik = /\/application\/o\//i;

/**
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 * @see https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/errors.py
 */
const quirks: readonly Quirk[] = [
	{
		issuer: cognito,
		step: 'token',
		error: 'invalid_request',
		code: 'pkce-verifier-mismatch',
		because: tell('cognito-wrong-verifier')
	},
	{
		issuer: cognito,
		step: 'token',
		error: 'invalid_grant',
		code: 'refresh-token-revoked',
		because: tell('cognito-one-error')
	},
	{
		issuer: cognito,
		step: 'authorize',
		error: 'invalid_request',
		code: 'pkce-method-unsupported',
		because: tell('cognito-only-s256')
	},
	{
		issuer: authentik,
		step: 'token',
		error: 'invalid_client',
		code: 'redirect-uri-differs-at-token',
		because: tell('authentik-redirect-uri')
	}
];

export const quirkSigns = ({ issuer, step, error }: Read): Sign[] =>
	quirks
		.filter((quirk) => quirk.issuer.test(issuer) && quirk.step === step && quirk.error === error)
		.map(({ code, because }) => ({ code, weight: 0.5, because }));
