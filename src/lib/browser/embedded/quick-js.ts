import quickJsUrl from '@jitl/quickjs-wasmfile-release-sync/wasm?url';

/** The bytes of the rules sandbox's engine: a file of this site, fetched when a rule first runs in the page. */
export async function loadQuickJs(): Promise<ArrayBuffer> {
	const response = await fetch(quickJsUrl);
	if (!response.ok) throw new Error(`QuickJS could not be loaded: ${response.status}`);
	return response.arrayBuffer();
}
