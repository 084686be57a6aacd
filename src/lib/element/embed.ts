/** The file `embed.js` of the built site: it makes `<pkce-playground>` known to the page that loads it. */
import { elementName } from '$lib/lexicon/embed-frame';
import { makeElementClass } from './playground-element';

// Not inside of `new URL`: a bundler takes that for a file of the build.
const here = import.meta.url;

/** A page may load it twice, and from two sites: the first stays. */
if (!customElements.get(elementName))
	customElements.define(elementName, makeElementClass(new URL('.', here).href));
