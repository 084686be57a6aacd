import type { ClientLibrary } from '$lib/lexicon/client-libraries';
import type { ClientMessageId } from '$lib/lexicon/client-messages';
import type { ClientMessageText } from './client-message-text';
import { appTexts } from './in-apps';
import { oidcClientTsTexts, otherBrowserTexts } from './in-browsers';
import { dotnetAndJavaTexts } from './in-dotnet-java';
import { frameworkTexts } from './in-frameworks';
import { goPhpRubyTexts } from './in-go-php-ruby';
import { nodeTexts } from './in-node';
import { pythonTexts } from './in-python';
import { libraryNames } from './library-names';
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

function listed(libraries: readonly ClientLibrary[]): string {
	const names = libraries.map((library) => libraryNames[library]);
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** What stands around the text of a message. */
export const clientMessageLabels = {
	title: (libraries: readonly ClientLibrary[]): string =>
		libraries.length > 1
			? `Several libraries print this: ${listed(libraries)}`
			: `This is a message of ${listed(libraries)}`,
	/** Where the words are such as anybody may choose. */
	others: 'These are common words: another program may print them as well.',
	look: 'Look at this first:',
	source: (library: ClientLibrary, host: string): string => `${libraryNames[library]}, at ${host}`
} as const;
