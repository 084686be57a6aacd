const encoder = new TextEncoder();

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(one: string, other: string): boolean {
	const left = encoder.encode(one);
	const right = encoder.encode(other);
	let difference = left.length ^ right.length;
	for (let index = 0; index < left.length; index += 1)
		difference |= (left[index] ?? 0) ^ (right[index % Math.max(right.length, 1)] ?? 0);
	return difference === 0;
}
