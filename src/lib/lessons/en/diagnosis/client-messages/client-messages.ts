import type { ClientMessageId } from '$lib/lexicon/client-messages';
import type { ClientMessageText } from './client-message-text';
import { appTexts } from './in-apps';
import { oidcClientTsTexts, otherBrowserTexts } from './in-browsers';
import { dotnetAndJavaTexts } from './in-dotnet-java';
import { frameworkTexts } from './in-frameworks';
import { goPhpRubyTexts } from './in-go-php-ruby';
import { nodeTexts } from './in-node';
import { pythonTexts } from './in-python';
import { msalJsTexts } from './msal-js';

/** A message without a text does not compile. */
export const clientMessageTexts: Record<ClientMessageId, ClientMessageText> = {
	...oidcClientTsTexts,
	...msalJsTexts,
	...otherBrowserTexts,
	...nodeTexts,
	...frameworkTexts,
	...dotnetAndJavaTexts,
	...pythonTexts,
	...goPhpRubyTexts,
	...appTexts
};

const listed = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** What stands around the text of a message. */
export const clientMessageLabels = {
	title: (libraries: readonly string[]): string =>
		libraries.length > 1
			? `Several libraries print this: ${listed(libraries)}`
			: `This is a message of ${listed(libraries)}`,
	/** Where the words are such as anybody may choose. */
	others: 'These are common words: another program may print them as well.',
	look: 'Look at this first:',
	source: (library: string, host: string): string => `${library}, at ${host}`
} as const;
