import type { Citation } from './citations';

const openid: Record<string, string> = {
	'FAPI Advanced': 'https://openid.net/specs/openid-financial-api-part-2-1_0.html',
	JARM: 'https://openid.net/specs/oauth-v2-jarm-final.html',
	'OIDC Form Post': 'https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html',
	'OIDC Core': 'https://openid.net/specs/openid-connect-core-1_0.html',
	'OIDC Discovery': 'https://openid.net/specs/openid-connect-discovery-1_0.html',
	'OIDC Back-Channel Logout': 'https://openid.net/specs/openid-connect-backchannel-1_0.html',
	'OIDC Front-Channel Logout': 'https://openid.net/specs/openid-connect-frontchannel-1_0.html',
	'OIDC Session Management': 'https://openid.net/specs/openid-connect-session-1_0.html',
	'OIDC RP-Initiated Logout': 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html'
};

/** openid.net names its anchors, and has numbered ones beside them, used for a section without a name here. */
const openidAnchors: Partial<Record<Citation, string>> = {
	'FAPI Advanced §5.2.2.1': 'id-token-as-detached-signature',
	'OIDC Core §3.1.2.2': 'AuthRequestValidation',
	'OIDC Core §3.1.2.3': 'Authenticates',
	'OIDC Core §3.1.2.4': 'Consent',
	'OIDC Core §3.1.2.5': 'AuthResponse',
	'OIDC Core §3.1.3.1': 'TokenRequest',
	'OIDC Core §3.1.3.2': 'TokenRequestValidation',
	'OIDC Core §3.1.3.4': 'TokenErrorResponse',
	'OIDC Core §5.3.1': 'UserInfoRequest',
	'OIDC Core §5.3.3': 'UserInfoError',
	'OIDC Core §5.5.1': 'IndividualClaimsRequests',
	'OIDC Core §6.1': 'RequestObject',
	'OIDC Core §10.1': 'Signing',
	'OIDC Core §10.1.1': 'RotateSigKeys',
	'OIDC Core §12.1': 'RefreshingAccessToken',
	'OIDC Core §15.1': 'ServerMTI',
	'OIDC Discovery §4.1': 'ProviderConfigurationRequest',
	'OIDC Discovery §4.2': 'ProviderConfigurationResponse',
	'OIDC RP-Initiated Logout §3': 'RedirectionAfterLogout',
	'OIDC RP-Initiated Logout §4': 'ValidationAndErrorHandling',
	'OIDC Form Post §2': 'FormPostResponseMode',
	'OIDC Core §2': 'IDToken',
	'OIDC Core §3.1.2.1': 'AuthRequest',
	'OIDC Core §3.1.2.6': 'AuthError',
	'OIDC Core §3.1.3.3': 'TokenResponse',
	'OIDC Core §3.1.3.6': 'CodeIDToken',
	'OIDC Core §3.1.3.7': 'IDTokenValidation',
	'OIDC Core §3.1.3.8': 'CodeFlowTokenValidation',
	'OIDC Core §3.3.2.11': 'HybridIDToken',
	'OIDC Core §5.1': 'StandardClaims',
	'OIDC Core §5.3': 'UserInfo',
	'OIDC Core §5.3.2': 'UserInfoResponse',
	'OIDC Core §5.3.4': 'UserInfoResponseValidation',
	'OIDC Core §5.4': 'ScopeClaims',
	'OIDC Core §5.5': 'ClaimsParameter',
	'OIDC Core §11': 'OfflineAccess',
	'OIDC Core §12.2': 'RefreshTokenResponse',
	'OIDC Core §15.5.2': 'NonceNotes',
	'OIDC Back-Channel Logout §2.4': 'LogoutToken',
	'OIDC Back-Channel Logout §2.6': 'Validation',
	'OIDC Discovery §3': 'ProviderMetadata',
	'OIDC Discovery §4': 'ProviderConfig',
	'OIDC Discovery §4.3': 'ProviderConfigurationValidation',
	'OIDC Front-Channel Logout §3': 'OPLogout',
	'OIDC RP-Initiated Logout §2': 'RPLogout'
};

/** The address of a cited section, e.g. `RFC 7636 §4.1` → `https://www.rfc-editor.org/rfc/rfc7636#section-4.1`. */
export function citationUrl(citation: Citation): string {
	const [document = '', section = ''] = citation.split(/ (?:§|(?=Appendix))/);
	const number = /^RFC (\d+)$/.exec(document)?.[1];
	if (number) {
		const appendix = /^Appendix (\w)$/.exec(section)?.[1];
		const anchor = appendix ? `appendix-${appendix}` : `section-${section}`;
		return `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`;
	}
	if (document.startsWith('WHATWG')) {
		return document === 'WHATWG Fetch'
			? 'https://fetch.spec.whatwg.org/#http-cors-protocol'
			: 'https://url.spec.whatwg.org/#urlencoded-parsing';
	}
	// Documents that were made by newer tools number their sections otherwise.
	const numbered = document === 'JARM' ? `section-${section}` : `rfc.section.${section}`;
	return `${openid[document]}#${openidAnchors[citation] ?? numbered}`;
}
