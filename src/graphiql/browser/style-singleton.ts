/**
 * Replaces the package `react-style-singleton`, which GraphiQL's dialogs use to stop the page from scrolling. That
 * package writes a `<style>` element, so the page would need 'unsafe-inline'. A constructed style sheet does not need
 * this permission.
 */
import { useEffect } from 'react';

interface SheetProps {
  styles: string;
  dynamic?: boolean;
}

/** Creates a component that applies its styles while at least one instance is mounted. */
export const styleSingleton = () => {
  const sheet = new CSSStyleSheet();
  let mounted = 0;
  return ({ styles, dynamic }: SheetProps): null => {
    useEffect(() => {
      if (mounted === 0) {
        sheet.replaceSync(styles);
        document.adoptedStyleSheets.push(sheet);
      }
      mounted += 1;
      return () => {
        mounted -= 1;
        if (mounted > 0) return;
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      };
    }, [styles && dynamic]); // the package ignores other changes of the styles
    return null;
  };
};
