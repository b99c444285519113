import nspell from 'nspell';

/**
 * Creates a function that checks whether a word has a British spelling: the British dictionary contains the word, and
 * the American one does not. A word that is in neither dictionary is a name or a technical term. Loading the
 * dictionaries takes about half a second.
 */
export async function britishSpelling(): Promise<(word: string) => boolean> {
  dictionaries ??= loadDictionaries();
  const { us, gb } = await dictionaries;
  const known = new Map<string, boolean>();
  return (word) => {
    // Abbreviations, citations, and names in capitals are not words of a dictionary.
    if (!/^\p{L}\p{Ll}+(?:['’]s)?$/u.test(word)) return false;
    const plain = word.replace(/['’]s$/, '');
    const isBritish = known.get(plain) ?? (!us.correct(plain) && gb.correct(plain));
    known.set(plain, isBritish);
    return isBritish;
  };
}

let dictionaries: ReturnType<typeof loadDictionaries> | undefined;

async function loadDictionaries() {
  const [{ default: american }, { default: british }] = await Promise.all([
    import('dictionary-en'),
    import('dictionary-en-gb'),
  ]);
  const read = ({ aff, dic }: { aff: Uint8Array; dic: Uint8Array }) =>
    nspell({ aff: Buffer.from(aff), dic: Buffer.from(dic) });
  return { us: read(american), gb: read(british) };
}
