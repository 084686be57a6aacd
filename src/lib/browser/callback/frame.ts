/**
 * A frame that nobody sees, which goes to the authorization endpoint in the place of the tab. What comes back to the
 * callback page in it is handed over like that of any other window. A page in it can neither navigate this one nor open
 * another: it is sandboxed, but keeps its own origin, without which a provider would not know its own cookies.
 */
import { framePatience } from '$lib/lexicon/hidden-frame';

let newest: { frame: HTMLIFrameElement; timer: ReturnType<typeof setTimeout> } | undefined;

function end(): void {
	if (!newest) return;
	clearTimeout(newest.timer);
	newest.frame.remove();
	newest = undefined;
}

/** Sends a hidden frame to `url`. `gone`: its time is over, and it was taken away. A newer one takes its place. */
export function openFrame(url: string, gone: () => void): void {
	end();
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
	frame.referrerPolicy = 'no-referrer';
	frame.tabIndex = -1;
	frame.ariaHidden = 'true';
	Object.assign(frame.style, {
		position: 'absolute',
		width: '0',
		height: '0',
		border: '0',
		visibility: 'hidden'
	});
	frame.src = url;
	document.body.append(frame);
	const timer = setTimeout(() => {
		end();
		gone();
	}, framePatience);
	newest = { frame, timer };
}
