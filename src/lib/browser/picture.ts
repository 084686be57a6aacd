import { download } from './files';

// A drawing of the page as a file: what style sheets say of it is written into it, so that it looks the same anywhere.

const ofShapes = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray'];
const ofLetters = ['fill', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/** Other programs do not know mixed colours: what the screen makes of one, as numbers. */
function plainColour(context: CanvasRenderingContext2D, colour: string): string {
	context.clearRect(0, 0, 1, 1);
	context.fillStyle = colour;
	context.fillRect(0, 0, 1, 1);
	const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
	return `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha / 255) * 1000) / 1000})`;
}

function newContext(width: number, height: number): CanvasRenderingContext2D | undefined {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	return canvas.getContext('2d', { willReadFrequently: true }) ?? undefined;
}

/** The drawing as the text of an SVG file, on the ground of the page. */
function svgOf(picture: SVGSVGElement): string {
	const copy = picture.cloneNode(true);
	const context = newContext(1, 1);
	if (!(copy instanceof SVGSVGElement) || !context) return '';
	const [originals, copies] = [picture, copy].map((root) => [root, ...root.querySelectorAll('*')]);
	copies?.forEach((element, index) => {
		const original = originals?.[index];
		if (!original) return;
		const style = getComputedStyle(original);
		const names = { text: ofLetters, g: [], a: [], svg: [] }[element.localName] ?? ofShapes;
		for (const name of names) {
			const value = style.getPropertyValue(name);
			const isColour = (name === 'fill' || name === 'stroke') && value !== 'none';
			element.setAttribute(name, isColour ? plainColour(context, value) : value);
		}
		if (style.display === 'none') element.setAttribute('display', 'none');
		for (const name of ['class', 'tabindex', 'data-message', 'data-state']) element.removeAttribute(name);
		// A picture leads nowhere: whoever gets it does not know this address.
		element.removeAttribute('href');
	});
	copy.querySelector('[data-follows]')?.removeAttribute('transform');
	const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
	const { width, height } = picture.viewBox.baseVal;
	ground.setAttribute('width', String(width));
	ground.setAttribute('height', String(height));
	ground.setAttribute('fill', plainColour(context, getComputedStyle(document.body).backgroundColor));
	copy.prepend(ground);
	copy.removeAttribute('aria-hidden');
	return new XMLSerializer().serializeToString(copy);
}

/** The same as dots, two for each of the page. Undefined: the browser does not draw one so large. */
async function pngOf(picture: SVGSVGElement): Promise<Blob | undefined> {
	const image = new Image();
	// A data address: the content security policy lets no other picture in.
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(picture))}`;
	await image.decode();
	const { width, height } = picture.viewBox.baseVal;
	const context = newContext(width * 2, height * 2);
	context?.drawImage(image, 0, 0, width * 2, height * 2);
	return new Promise((resolve) => {
		if (context) context.canvas.toBlob((blob) => resolve(blob ?? undefined));
		else resolve(undefined);
	});
}

/** Hands the person the drawing as a file. */
export async function savePicture(picture: SVGSVGElement, name: string, type: 'svg' | 'png'): Promise<void> {
	const content =
		type === 'svg' ? new Blob([svgOf(picture)], { type: 'image/svg+xml' }) : await pngOf(picture);
	if (content) download(`${name}.${type}`, content);
}
