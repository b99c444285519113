/** Adds a live region to the page. The returned function makes screen readers announce a text. */
export function liveRegion(): (words: string) => void {
  const region = document.createElement('div');
  region.className = 'unseen';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return (words) => {
    region.textContent = words;
  };
}
