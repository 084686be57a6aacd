/** What a text file is, by how it begins. */
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { FileForm } from '$lib/lexicon/recording';
import { fail, ok, type Result } from '$lib/lexicon/result';

/** Programs whose own files are no recordings that others read, by how these begin. */
const ownFiles: readonly [RegExp, string][] = [
	[/^<\?xml[^]{0,2000}burpVersion/, 'Burp'],
	[/^<\?xml[^]{0,2000}<charles-session/, 'Charles'],
	[/^\[\s*\{[^]{0,400}"(?:charles|protocolVersion)"/, 'Charles'],
	[/^\{\s*"(?:constants|polledData)"/, 'Chrome (net-export)'],
	[/^\d+:\d+:[a-z_]+/, 'mitmproxy']
];

/** Members of an entry, which stand in no recording around its entries. */
const entryMember =
	/^[\s[]*\{\s*"(?:_(?:initiator|connectionId|fromCache|priority|resourceType|frameref|monotonicTime)|startedDateTime|time|request|response|pageref|cache|timings|connection|serverIPAddress)"\s*:/;

/** `text`: the first characters, all of them where it has fewer than some thousand. */
export function formOf(text: string): Result<FileForm, IntakeFailure> {
	const start = text.trimStart();
	const own = ownFiles.find(([sign]) => sign.test(start))?.[1];
	if (own !== undefined) return fail({ reason: 'other-recorder-form', where: own });
	if (/"format"\s*:\s*"pkce-playground-/.test(start.slice(0, 4_000)) && start.startsWith('{'))
		return ok('walk');
	if (entryMember.test(start)) return ok('entries');
	if (start.startsWith('[')) return ok('entries');
	if (start.startsWith('{')) return ok('har');
	if (/^(?:\w{3,7}\s+)?https?:\/\/\S+/i.test(start)) return ok('urls');
	return fail({ reason: /^<(?:!doctype html|html|head|body)\b/i.test(start) ? 'file-is-html' : 'not-json' });
}
