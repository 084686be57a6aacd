import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import type { Sign } from './sign';
import type { Read } from './seen';

/** What a product means by an error beyond the standard. They weigh little: they add to what is left open. */
interface Quirk {
	issuer: RegExp;
	step: DiagnosisStep;
	error: string;
	code: DiagnosisCode;
	because: string;
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
		because: 'Cognito answers a wrong verifier with invalid_request at first'
	},
	{
		issuer: cognito,
		step: 'token',
		error: 'invalid_grant',
		code: 'refresh-token-revoked',
		because: 'Cognito has one invalid_grant for codes and refresh tokens'
	},
	{
		issuer: cognito,
		step: 'authorize',
		error: 'invalid_request',
		code: 'pkce-method-unsupported',
		because: 'Cognito takes S256 only'
	},
	{
		issuer: authentik,
		step: 'token',
		error: 'invalid_client',
		code: 'redirect-uri-differs-at-token',
		because: 'authentik answers another redirect_uri with invalid_client'
	}
];

export const quirkSigns = ({ issuer, step, error }: Read): Sign[] =>
	quirks
		.filter((quirk) => quirk.issuer.test(issuer) && quirk.step === step && quirk.error === error)
		.map(({ code, because }) => ({ code, weight: 0.5, because }));
