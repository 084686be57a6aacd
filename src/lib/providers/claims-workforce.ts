/** Claims of Entra and Okta, each with the page that documents it. What they mean is in `lessons/en/tokens/provider-claims`. */

const learn = 'https://learn.microsoft.com/en-us/entra/identity-platform';
const access = `${learn}/access-token-claims-reference` as const;
const id = `${learn}/id-token-claims-reference` as const;
const optional = `${learn}/optional-claims-reference` as const;

export const entraClaims = {
	oid: id,
	tid: id,
	sub: id,
	ver: access,
	idp: access,
	iss: access,
	ipaddr: optional,
	upn: optional,
	unique_name: access,
	preferred_username: id,
	email: optional,
	roles: access,
	groups: access,
	wids: access,
	hasgroups: access,
	_claim_names: access,
	_claim_sources: access,
	acct: optional,
	acr: access,
	acrs: `${learn}/developer-guide-conditional-access-authentication-context`,
	appid: access,
	azp: access,
	appidacr: access,
	azpacr: access,
	scp: access,
	uti: access,
	rh: access,
	aio: access,
	sid: access,
	idtyp: optional,
	ctry: optional,
	tenant_ctry: optional,
	tenant_region_scope: optional,
	fwd: optional,
	login_hint: optional,
	verified_primary_email: optional,
	verified_secondary_email: optional,
	onprem_sid: optional,
	in_corp: optional,
	pwd_exp: optional,
	pwd_url: optional,
	xms_cc: optional,
	xms_edov: optional,
	xms_pl: optional,
	xms_tpl: optional,
	xms_pdl: optional,
	/** Any other with this beginning. */
	'xms_*': access,
	app_displayname: access
} as const satisfies Record<string, string>;

const oauth = 'https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/';

export const oktaClaims = {
	cid: oauth,
	uid: oauth,
	scp: oauth,
	ver: oauth,
	idp: oauth,
	amr: oauth,
	sub: oauth,
	aud: oauth,
	groups: 'https://developer.okta.com/docs/guides/customize-tokens-groups-claim/main/'
} as const satisfies Record<string, string>;
