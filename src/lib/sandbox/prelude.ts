/** Names a rule may reach for that lead out of a sandbox elsewhere. Here nothing is behind them; reaching is denied. */
export const forbiddenNames = [
	...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'Request'],
	...['self', 'window', 'document', 'parent', 'top', 'frames', 'opener', 'navigator', 'location', 'history'],
	...['indexedDB', 'localStorage', 'sessionStorage', 'caches', 'cookieStore', 'clients', 'registration'],
	...['Worker', 'SharedWorker', 'ServiceWorker', 'BroadcastChannel', 'MessageChannel', 'postMessage'],
	...['importScripts', 'WebAssembly', 'crypto', 'performance', 'alert', 'open'],
	...['process', 'require', 'module', 'global', 'Buffer', 'Deno', 'Bun', 'std', 'os'],
	...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame']
] as const;

/**
 * Runs inside QuickJS, before the rule: `(host, setup) => start`. It builds what the rule sees. `start()` runs the rule and
 * returns `finish`, which is called when no promise moves any more and says as JSON what came of it. It shares its
 * world with the rule, so nothing that it says is believed: the host parses it. It can no more than the rule itself.
 */
export const prelude = `(function (host, setup) {
'use strict';
const { kind, code, at, forbidden, user, context } = JSON.parse(setup);
const { stringify } = JSON;
const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { defineProperty, is } = Object;
const { isArray } = Array;
const compile = Function;
const RealDate = Date;
const text = String;

const clean = (value) => JSON.parse(stringify(value));
const say = (value) => {
	if (typeof value === 'string') return value;
	try {
		const json = typeof value === 'bigint' || value instanceof Error ? undefined : stringify(value);
		return json === undefined ? text(value) : json;
	} catch (error) {
		return '(unprintable)';
	}
};
const log = (...values) => {
	let line = '';
	for (let index = 0; index < values.length; index++) line += (index === 0 ? '' : ' ') + say(values[index]);
	host.log(line.split('\\0').join('\u2400')); // a NUL would end the text on its way out
};

// What stands in the place of the world outside.
const refuse = (name) => {
	host.reach(name);
	throw new Error(name + ' cannot be reached from a rule');
};
const trap = (target, name) =>
	defineProperty(target, name, { get: () => refuse(name), set: () => refuse(name), configurable: false });
for (const name of forbidden) trap(globalThis, name);
trap(Object.prototype, '__proto__');
globalThis.console = { log, info: log, warn: log, error: log, debug: log };
globalThis.UnauthorizedError = class UnauthorizedError extends Error {
	constructor(message) {
		super(message);
		this.name = 'UnauthorizedError';
	}
};
globalThis.Date = new Proxy(RealDate, {
	construct: (target, values) => (values.length === 0 ? new RealDate(at) : new RealDate(...values)),
	apply: () => text(new RealDate(at))
});
RealDate.now = () => at;
RealDate.prototype.constructor = globalThis.Date;

// Whoever changes what all objects inherit is caught by comparing with this.
const roots = [Object, Array, Function, String, Number, Boolean, Symbol, Promise, RegExp, Map, Set, Error, RealDate];
const keep = (object) => ({
	object,
	parent: getPrototypeOf(object),
	entries: ownKeys(object).map((key) => ({ key, ...getOwnPropertyDescriptor(object, key) }))
});
const kept = [JSON, Reflect, Math, ...roots, ...roots.map((root) => root.prototype)].map(keep);
const isSame = ({ object, parent, entries }) => {
	if (getPrototypeOf(object) !== parent || ownKeys(object).length !== entries.length) return false;
	for (let index = 0; index < entries.length; index++) {
		const before = entries[index];
		const now = getOwnPropertyDescriptor(object, before.key);
		if (!now || !is(now.value, before.value) || now.get !== before.get || now.set !== before.set) return false;
	}
	return true;
};
const polluted = () => {
	for (let index = 0; index < kept.length; index++) if (!isSame(kept[index])) return true;
	return false;
};

let fault;
let denied;
let settled = false;
let calls = 0;
let result;
const blame = (reason, error) => {
	if (fault) return;
	let name = '';
	let detail = '';
	try {
		const isError = error instanceof Error;
		name = isError ? text(error.name) : '';
		detail = isError ? text(error.message) : say(error);
	} catch (hidden) {
		detail = '(unprintable)';
	}
	fault = { reason, name, detail };
};
const build = (...parts) => {
	try {
		return compile(...parts);
	} catch (error) {
		blame('syntax', error);
	}
};
const settle = async (start) => {
	try {
		await start();
	} catch (error) {
		blame('threw', error);
	}
	settled = true;
};

const startRule = () => {
	const evaluate = build('const rule =\\n' + code + '\\n;return rule;');
	if (!evaluate) return;
	const callback = (error, changedUser, changedContext) => {
		calls++;
		if (calls > 1) return;
		if (error) denied = say(error instanceof Error ? error.message : error);
		else result = { user: changedUser, context: changedContext };
	};
	settle(() => {
		const rule = evaluate();
		if (typeof rule !== 'function') return blame('shape', 'the rule is not a function');
		return rule(user, context, callback);
	});
};

const eventOf = () => ({
	user,
	client: { client_id: context.clientID, name: context.clientName },
	request: context.request,
	transaction: {
		protocol: context.protocol,
		requested_scopes: (context.request.query.scope ?? '').split(' ').filter((scope) => scope !== '')
	},
	authorization: context.authorization,
	resource_server: { identifier: context.request.query.audience },
	stats: { logins_count: context.stats?.loginsCount ?? 0 }
});
const startAction = () => {
	const evaluate = build('exports', 'module', code);
	if (!evaluate) return;
	const tokens = clean({ accessToken: context.accessToken, idToken: context.idToken });
	const scope = new Set(tokens.accessToken.scope ?? []);
	const setClaim = (token) => (name, value) => {
		if (typeof name !== 'string') throw new TypeError('the name of a claim must be a string');
		if (name === 'scope') throw new TypeError('the scope is changed with addScope and removeScope');
		defineProperty(token, name, { value: clean(value), enumerable: true, configurable: true, writable: true });
		return api;
	};
	const changeScope = (move) => (name) => {
		if (typeof name !== 'string') throw new TypeError('a scope must be a string');
		scope[move](name);
		return api;
	};
	const api = {
		accessToken: {
			setCustomClaim: setClaim(tokens.accessToken),
			addScope: changeScope('add'),
			removeScope: changeScope('delete')
		},
		idToken: { setCustomClaim: setClaim(tokens.idToken) },
		access: {
			deny: (reason) => {
				denied ??= say(reason ?? '');
				return api;
			}
		}
	};
	const module = { exports: {} };
	settle(async () => {
		evaluate(module.exports, module);
		const action = module.exports.onExecutePostLogin;
		if (typeof action !== 'function') return blame('shape', 'exports.onExecutePostLogin is not a function');
		await action(eventOf(), api);
		if (scope.size > 0 || tokens.accessToken.scope) tokens.accessToken.scope = [...scope];
		result = { user, context: tokens };
	});
};

const pending = () => {
	if (kind === 'rule') return calls === 0 ? 'callback-never' : undefined;
	return settled ? undefined : 'never-settled';
};
const finish = () => {
	if (!fault && polluted()) fault = { reason: 'prototype', name: '', detail: 'a built-in object was changed' };
	if (!fault && calls > 1) fault = { reason: 'callback-twice', name: '', detail: calls + ' calls' };
	if (!fault && pending()) fault = { reason: pending(), name: '', detail: '' };
	if (fault) return stringify({ fault });
	if (denied !== undefined) return stringify({ denied });
	try {
		const { user, context } = result;
		const isObject = typeof context === 'object' && context !== null && !isArray(context);
		const { accessToken, idToken } = isObject ? context : {};
		return stringify({ result: { user, context: isObject ? { accessToken, idToken } : null } });
	} catch (error) {
		blame('shape', error);
		return stringify({ fault });
	}
};
return () => {
	if (kind === 'rule') startRule();
	else startAction();
	return finish;
};
})`;
