/** The stage and its tools. Without WebGL, a notice refers users to the list and the panel. */
import { arranged } from '../arrange/arrange.ts';
import { byId } from '../dom.ts';
import type { Explorer } from '../explorer.ts';
import type { Renderer } from '../render/renderer.ts';
import { say } from './say.ts';

const NEARER = 1.5;
const STRIDE = 60;

/**
 * @returns a function that returns the renderer, or null until the renderer is loaded and if there is no WebGL
 */
export function showPicture(explorer: Explorer): () => Renderer | null {
  const stage = byId('stage', HTMLElement);
  let renderer: Renderer | null = null;
  const tools: Record<string, () => void> = {
    'zoom-in': () => renderer?.zoom(NEARER),
    'zoom-out': () => renderer?.zoom(1 / NEARER),
    fit: () => renderer?.fit(),
    arrange: () => void arrange(),
    fullscreen: () => void toggleFullscreen(),
  };
  for (const [id, use] of Object.entries(tools)) byId(id, HTMLButtonElement).addEventListener('click', use);
  const keys: Record<string, () => void> = {
    '+': () => renderer?.zoom(NEARER),
    '=': () => renderer?.zoom(NEARER),
    '-': () => renderer?.zoom(1 / NEARER),
    '0': () => renderer?.fit(),
    ArrowLeft: () => renderer?.pan(-STRIDE, 0),
    ArrowRight: () => renderer?.pan(STRIDE, 0),
    ArrowUp: () => renderer?.pan(0, -STRIDE),
    ArrowDown: () => renderer?.pan(0, STRIDE),
  };
  stage.addEventListener('keydown', (event) => {
    const use = keys[event.key];
    if (!use || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    use();
  });

  let arranging = new AbortController();
  explorer.subscribe((state, before) => {
    if (state.scene !== before.scene) arranging.abort();
  });

  void begin();
  return () => renderer;

  async function begin(): Promise<void> {
    if (!hasWebGL()) return giveUp();
    const { createRenderer } = await import('../render/renderer.ts');
    renderer = createRenderer(stage, explorer);
  }

  async function arrange(): Promise<void> {
    arranging.abort();
    arranging = new AbortController();
    const { signal } = arranging;
    say('Arranging.');
    try {
      explorer.arrange(await arranged(explorer.state, signal));
      renderer?.fit();
      say('Arranged.');
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  function giveUp(): void {
    document.documentElement.classList.add('flat');
    for (const id of Object.keys(tools)) byId(id, HTMLButtonElement).disabled = true;
    const notice = document.createElement('p');
    notice.className = 'plain';
    notice.textContent =
      'This browser does not support WebGL. The list has the same nodes, and the panel shows their details.';
    stage.replaceChildren(notice);
  }
}

function toggleFullscreen(): Promise<void> {
  const picture = document.querySelector('.picture');
  return document.fullscreenElement ? document.exitFullscreen() : (picture?.requestFullscreen() ?? Promise.resolve());
}

function hasWebGL(): boolean {
  const canvas = document.createElement('canvas');
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
}
