/** Whether a file is read by the door for files, or is a text that is shown in the page: by how it begins. */
import { fileKind } from '$lib/wire/file-kind';
import { casesFormat } from '$lib/trace/case';
import { formOf } from './file-form';

const glance = 65_536;
/** Bytes of a text that is a page's own business: a log, an answer, a token. */
const mostText = 20_000_000;
/** Bytes of a document. */
const mostDocument = 1_000_000;

async function isRecording(file: Blob): Promise<boolean> {
	const head = new Uint8Array(await file.slice(0, glance).arrayBuffer());
	const found = fileKind(head);
	if (found.kind === 'empty') return false;
	if (found.kind !== 'text' || found.encoding !== 'utf-8' || file.size > mostText) return true;
	const text = new TextDecoder().decode(head);
	const form = formOf(text);
	// Cases have a page of their own, which takes the text.
	if (text.slice(0, 200).includes(`"${casesFormat}"`)) return false;
	if (!form.ok) return form.failure.reason === 'other-recorder-form';
	// Keys, metadata and answers with tokens are documents, and are lists and objects as well.
	const isLog = /"log"\s*:\s*\{|"startedDateTime"\s*:|"request"\s*:\s*\{/.test(text);
	const isList = form.value === 'urls' && text.trim().split('\n').length > 1;
	return form.value === 'walk' || isLog || isList || (form.value !== 'urls' && file.size > mostDocument);
}

/** A file as it is shown: by its text or, as a recording, by its name alone. */
export async function bring(file: File): Promise<{ name: string; text: string; recording?: Blob }> {
	const { name } = file;
	return (await isRecording(file)) ? { name, text: '', recording: file } : { name, text: await file.text() };
}
