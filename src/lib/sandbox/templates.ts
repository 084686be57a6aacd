import type { Rule } from './rule';

/** What a template is for; its name is in the lessons. */
export const templateUses = [
	'change-scopes',
	'scopes-by-role',
	'add-claim',
	'add-claim-from-metadata',
	'deny-by-email-domain',
	'deny-unverified-email',
	'only-for-one-application',
	'look-inside'
] as const;

export type TemplateUse = (typeof templateUses)[number];

export interface Template {
	use: TemplateUse;
	kind: Rule['kind'];
	code(words: TemplateWords): string;
}

/** What a person reads in the code: its comments, and what a rule says. */
export interface TemplateWords {
	exactScopes: string;
	namespace: string;
	onlyOfDomain: string;
	verifyFirst: string;
	hello: string;
}

/** As a literal of the code. */
const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** Ready rules to start from: each use in both forms. */
export const templates: readonly Template[] = [
	{
		use: 'change-scopes',
		kind: 'rule',
		code: ({ exactScopes }) => `function (user, context, callback) {
  // ${exactScopes}
  context.accessToken.scope = ['openid', 'profile', 'read:timesheets'];
  callback(null, user, context);
}`
	},
	{
		use: 'change-scopes',
		kind: 'action',
		code: () => `exports.onExecutePostLogin = async (event, api) => {
  api.accessToken.addScope('read:timesheets');
  api.accessToken.removeScope('delete:timesheets');
};`
	},
	{
		use: 'scopes-by-role',
		kind: 'rule',
		code: () => `function (user, context, callback) {
  const isManager = context.authorization.roles.includes('manager');
  if (!isManager) {
    context.accessToken.scope = context.accessToken.scope.filter((scope) => scope !== 'approve:timesheets');
  }
  callback(null, user, context);
}`
	},
	{
		use: 'scopes-by-role',
		kind: 'action',
		code: () => `exports.onExecutePostLogin = async (event, api) => {
  if (!event.authorization.roles.includes('manager')) {
    api.accessToken.removeScope('approve:timesheets');
  }
};`
	},
	{
		use: 'add-claim',
		kind: 'rule',
		code: ({ namespace }) => `function (user, context, callback) {
  // ${namespace}
  const namespace = 'https://timesheets.example.com/';
  context.accessToken[namespace + 'roles'] = context.authorization.roles;
  context.idToken[namespace + 'roles'] = context.authorization.roles;
  callback(null, user, context);
}`
	},
	{
		use: 'add-claim',
		kind: 'action',
		code: ({ namespace }) => `exports.onExecutePostLogin = async (event, api) => {
  // ${namespace}
  const namespace = 'https://timesheets.example.com/';
  api.accessToken.setCustomClaim(namespace + 'roles', event.authorization.roles);
  api.idToken.setCustomClaim(namespace + 'roles', event.authorization.roles);
};`
	},
	{
		use: 'add-claim-from-metadata',
		kind: 'rule',
		code: () => `function (user, context, callback) {
  const metadata = user.user_metadata || {};
  if (metadata.department) {
    context.idToken['https://timesheets.example.com/department'] = metadata.department;
  }
  callback(null, user, context);
}`
	},
	{
		use: 'add-claim-from-metadata',
		kind: 'action',
		code: () => `exports.onExecutePostLogin = async (event, api) => {
  const department = event.user.user_metadata?.department;
  if (department) {
    api.idToken.setCustomClaim('https://timesheets.example.com/department', department);
  }
};`
	},
	{
		use: 'deny-by-email-domain',
		kind: 'rule',
		code: ({ onlyOfDomain }) => `function (user, context, callback) {
  const domain = (user.email || '').split('@').pop().toLowerCase();
  if (domain !== 'example.com') {
    return callback(new UnauthorizedError(${quoted(onlyOfDomain)}));
  }
  callback(null, user, context);
}`
	},
	{
		use: 'deny-by-email-domain',
		kind: 'action',
		code: ({ onlyOfDomain }) => `exports.onExecutePostLogin = async (event, api) => {
  const domain = (event.user.email ?? '').split('@').pop().toLowerCase();
  if (domain !== 'example.com') {
    api.access.deny(${quoted(onlyOfDomain)});
  }
};`
	},
	{
		use: 'deny-unverified-email',
		kind: 'rule',
		code: ({ verifyFirst }) => `function (user, context, callback) {
  if (!user.email_verified) {
    return callback(new UnauthorizedError(${quoted(verifyFirst)}));
  }
  callback(null, user, context);
}`
	},
	{
		use: 'deny-unverified-email',
		kind: 'action',
		code: ({ verifyFirst }) => `exports.onExecutePostLogin = async (event, api) => {
  if (!event.user.email_verified) {
    api.access.deny(${quoted(verifyFirst)});
  }
};`
	},
	{
		use: 'only-for-one-application',
		kind: 'rule',
		code: ({ hello }) => `function (user, context, callback) {
  const isOurs = context.protocol === 'oidc-basic-profile' && context.clientID === 'playground-spa';
  if (isOurs) context.idToken['https://timesheets.example.com/greeting'] = ${quoted(hello)} + context.clientName;
  callback(null, user, context);
}`
	},
	{
		use: 'only-for-one-application',
		kind: 'action',
		code: ({ hello }) => `exports.onExecutePostLogin = async (event, api) => {
  const isOurs = event.transaction.protocol === 'oidc-basic-profile' && event.client.client_id === 'playground-spa';
  if (isOurs) {
    api.idToken.setCustomClaim('https://timesheets.example.com/greeting', ${quoted(hello)} + event.client.name);
  }
};`
	},
	{
		use: 'look-inside',
		kind: 'rule',
		code: () => `function (user, context, callback) {
  console.log('user', user);
  console.log('context', context);
  callback(null, user, context);
}`
	},
	{
		use: 'look-inside',
		kind: 'action',
		code: () => `exports.onExecutePostLogin = async (event, api) => {
  console.log('event', event);
};`
	}
];
