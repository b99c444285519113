import { compressed, type Encoding, encoderVersion, encodingFor } from './encoding.ts';
import { entityTag } from './entity-tag.ts';

/** Below this size, compression does not save any packets. The limit is the same as for uncached responses. */
export const LEAST_COMPRESSED = 1_024;

/**
 * The body of a response without errors, as it is sent. It is serialized once, and compressed once for each encoding.
 */
export class KeptAnswer {
  private readonly body: Buffer;
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();
  private readonly tags = new Map<Encoding, string>();

  constructor(body: Buffer) {
    this.body = body;
  }

  /** The size of the serialized response, in bytes. */
  get size(): number {
    return this.body.length;
  }

  /** The encoding for a client that accepts these encodings. */
  encodingFor(accepted: string | undefined): Encoding {
    return accepted === undefined || this.size < LEAST_COMPRESSED ? 'identity' : encodingFor(accepted);
  }

  /** The bytes in an encoding. */
  async bytes(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return this.body;
    const known = this.encoded.get(encoding) ?? compressed(this.body, encoding);
    this.encoded.set(encoding, known);
    return known;
  }

  /** The strong entity tag of the bytes in an encoding. */
  tag(encoding: Encoding): string {
    const tag = this.tags.get(encoding) ?? entityTag(this.body.toString(), encoderVersion(encoding));
    this.tags.set(encoding, tag);
    return tag;
  }
}
