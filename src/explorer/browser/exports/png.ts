/** Draws the SVG of the picture as a PNG, without WebGL. */
export async function pngOf(source: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return await new Promise<Blob>((done, fail) => {
      canvas.toBlob(
        (blob) => (blob ? done(blob) : fail(new Error('could not create an image from the canvas'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
