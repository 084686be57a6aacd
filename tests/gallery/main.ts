import { mount } from 'svelte';
import './gallery.css';
import Gallery from './Gallery.svelte';
import { readView } from './views';

const view = readView(location.search);
if (view === 'light' || view === 'dark') document.documentElement.dataset.theme = view;
mount(Gallery, { target: document.body, props: { view } });
document.documentElement.dataset.ready = 'true';
