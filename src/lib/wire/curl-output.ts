/** What curl printed under a command that was pasted with it: the answer, with its head or without. */
import type { HttpResponse } from './http';
import { parseJson } from './json';
import { parseResponse, responseOfBody } from './parse-response';

/** With `--verbose` each line of the talk has its sign, and what was sent is in it too: the head that came is kept. */
function withoutTalk(output: string): string {
	if (!/^< HTTP\//m.test(output)) return output;
	return output
		.replace(/\* (?:Connection #|Closing connection).*$/gm, '')
		.split(/\r?\n/)
		.filter((line) => !/^(?:[*>](?: |$)|[{}] \[\d+ bytes data\])/.test(line))
		.map((line) => line.replace(/^< ?/, ''))
		.join('\n');
}

/** Undefined: nothing that is an answer stands there. `assumed`: its body alone, so its status is a guess. */
export function readCurlOutput(output: string): { response: HttpResponse; assumed?: true } | undefined {
	const parsed = parseResponse(withoutTalk(output));
	if (!parsed.ok) return undefined;
	if (parsed.value.kind === 'whole') return { response: parsed.value.response };
	const { body } = parsed.value;
	const value = parseJson(body);
	return typeof value === 'object' && value !== null
		? { response: responseOfBody(body), assumed: true }
		: undefined;
}
