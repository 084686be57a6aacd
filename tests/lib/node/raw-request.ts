/** A request as it is written, byte by byte: what no client library would send. */
import { connect } from 'node:net';

export interface RawAnswer {
	/** 0: it was cut off without an answer. */
	status: number;
	text: string;
}

/** Sends `lines`, and what there is to send later; the answer is whole when the server closes. */
export function sendRaw(
	{ port, address = '127.0.0.1' }: { port: number; address?: string },
	text: string
): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, address, () => socket.write(text));
		let got = '';
		const finish = () => {
			socket.destroy();
			resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(got)?.[1] ?? 0), text: got });
		};
		socket.setEncoding('utf8').on('data', (part: string) => {
			got += part;
			if (/\r\n0\r\n\r\n$/.test(got) || bodyIsWhole(got)) finish();
		});
		socket.once('close', finish);
		socket.once('error', (error) => (got === '' ? reject(error) : finish()));
	});
}

const bodyIsWhole = (got: string): boolean => {
	const length = /\r\ncontent-length: (\d+)\r\n/i.exec(got)?.[1];
	const body = got.split('\r\n\r\n').slice(1).join('\r\n\r\n');
	return length !== undefined && Buffer.byteLength(body) >= Number(length);
};
