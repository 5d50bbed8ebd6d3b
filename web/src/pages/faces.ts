import type { Engine } from "../engine/client";
import type { Head } from "../engine/protocol";

interface Face {
  style: string;
  weight: number | string;
}

/** The families by which the pages name the faces of the text and the face of signs. */
const TEXT = "vanban";
const SIGNS = "vanban-signs";
/** The four of a family come first. */
const FACES_OF_TEXT = 4;

/** Gives the page the faces that the engine lays out with, so that its lines are as wide on the screen as on paper. */
export async function loadFaces(engine: Engine): Promise<void> {
  const { head, parts } = await engine.call<Head & { faces: Face[] }>("fonts");
  const faces = head.faces.map(({ style, weight }, index) => new FontFace(index < FACES_OF_TEXT ? TEXT : SIGNS, parts[index]!.buffer, { style, weight: String(weight) }));
  await Promise.all(faces.map(async (face) => document.fonts.add(await face.load())));
}
