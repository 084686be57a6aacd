/** What the name of a member says about its value, however programs write it. */

/** `errorDescription`, `error_description`, `ErrorDescription` and `error-description` are one. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '');

/** The most telling first: a sentence under one of them is what was said. */
const sayings = [
	...['errordescription', 'servererrordescription', 'errormessage', 'errorsummary', 'exceptionmessage'],
	...['errorhint', 'hint', 'errordetail', 'errordetails', 'errordebug', 'diagnostics', 'faultstring'],
	...['detail', 'details', 'reason', 'statusreason', 'cause', 'rootcause', 'error', 'err', 'exception'],
	...['failure', 'failurereason', 'errors', 'description', 'loginerrormessage', 'message', 'msg'],
	...['text', 'title', 'summary', 'event', 'log', 'body', 'responsebody', 'response', 'textpayload']
];

const sayingOrder = new Map(sayings.map((name, place) => [name, place]));

const codes = [
	...['error', 'errorcode', 'oautherror', 'loginerror', 'err', 'errcode', 'servererror', 'servererrorcode'],
	...[
		'errorreason',
		'suberror',
		'errorsubtype',
		'internalerrorcode',
		'errortype',
		'errorname',
		'code',
		'type'
	],
	...['faultcode', 'reason', 'key']
];

const codeOrder = new Map(codes.map((name, place) => [name, place]));

/** Behind the last dot, for `error.message` and `exception.cause`. */
const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** `KeyError` and `System.Exception` are classes of errors, and no names of members. */
const isClass = (name: string): boolean =>
	/(?:^|\.)[A-Z]\w{1,60}(?:Exception|Error)$|\w\.(?:Exception|Error)$/.test(name);

/** How telling a sentence under this name is; undefined: none is expected. Smaller is more telling. */
export function sayingRank(name: string): number | undefined {
	if (isClass(name)) return undefined;
	const whole = plainName(name);
	const known = sayingOrder.get(whole) ?? sayingOrder.get(plainName(lastPart(name)));
	if (known !== undefined) return known;
	return /(?:errordescription|errormessage|exceptionmessage|errordetails?|failurereason)$/.test(whole)
		? 4
		: undefined;
}

/** The same for the code of an error. */
export const codeRank = (name: string): number | undefined =>
	isClass(name)
		? undefined
		: (codeOrder.get(plainName(name)) ??
			codeOrder.get(plainName(lastPart(name))) ??
			(/error(?:code)?$/.test(plainName(name)) ? 4 : undefined));

export const isStatusName = (name: string): boolean =>
	/^(?:http|response)?(?:status|statuscode|responsecode|responsestatus)$|^code$/.test(
		plainName(lastPart(name))
	);

export const isLevelName = (name: string): boolean =>
	/^(?:level|severity|loglevel|lvl|levelname|severitytext)$/.test(plainName(lastPart(name)));

/** Whether a value is the code of an error and no sentence: `invalid_grant`, `oidc.invalid_client`, `E0000011`. */
export const isCode = (value: string): boolean =>
	/^[A-Za-z][\w.:-]{1,79}$/.test(value) &&
	(/[_.:-]|\d/.test(value) || /^[A-Z]{4,}$/.test(value)) &&
	!/^\d|^https?:/.test(value);
