// Commands at random places of real bodies: the page stays sound, what it says can be read again, and undo brings all back.
import assert from "node:assert/strict";
import test from "node:test";
import { bodiesOfSamples, editorModules } from "./support/editor-modules.mjs";

const m = await editorModules();

/** A sequence of numbers that is the same each time. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const KINDS = Object.keys(m.KINDS);
const TABLE = Object.values(m.TABLE).map(({ run }) => run);

let last = "";

/** One command or one change, as hands and input methods make them. */
function step(state, random) {
  const $at = state.doc.resolve(random(state.doc.content.size + 1));
  const $to = random(3) === 0 ? state.doc.resolve(Math.min(state.doc.content.size, $at.pos + random(200))) : $at;
  const selection = m.TextSelection.between($at, $to);
  state = state.apply(state.tr.setSelection(selection));
  const kind = KINDS[random(KINDS.length)];
  const commands = [
    m.enter,
    m.enter,
    m.backspace,
    m.baseKeymap.Backspace,
    m.baseKeymap.Delete,
    m.lineBreak,
    m.shift(1),
    m.shift(-1),
    m.setKind(kind),
    m.togglePart,
    m.insertBlock(m.newBlock(kind)),
    m.move(1),
    m.move(-1),
    m.toggle("bold"),
    m.cellLook("align", () => "center"),
    m.deleteTable,
    m.addBeside,
    m.cellList,
    TABLE[random(TABLE.length)],
    TABLE[random(TABLE.length)],
    (now, tell) => tell(now.tr.insertText("chữ ")),
    (now, tell) => tell(now.tr.deleteSelection()),
    (now, tell) => tell(now.tr.replaceSelection(m.fitted(now.doc.slice($at.pos, $to.pos), now))),
  ];
  const index = random(commands.length);
  const command = commands[index];
  last = `command ${index} from ${$at} to ${$to}`;
  let next = state;
  command(state, (tr) => (next = next.apply(tr)));
  return next;
}

/** What a body says is read back as the same. */
function readsBack(doc) {
  const body = m.bodyOf(doc);
  assert.deepEqual(m.bodyOf(m.pageOf(body)), body);
  return body;
}

test("a thousand random steps", () => {
  const bodies = bodiesOfSamples();
  let count = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = numbers(seed);
    const { at, body } = bodies[random(bodies.length)];
    let state = m.EditorState.create({ doc: m.pageOf(body), plugins: [m.history({ newGroupDelay: 0 }), m.tableEditing()] });
    for (let i = 0; i < 30; i += 1) {
      try {
        state = step(state, random);
        state.doc.check();
        readsBack(state.doc);
      } catch (error) {
        throw new Error(`${at}, seed ${seed}, step ${i}: ${last}`, { cause: error });
      }
      count += 1;
    }
    for (let i = 0; i < 400; i += 1) if (!m.undo(state, (tr) => (state = state.apply(tr)))) break;
    assert.deepEqual(m.bodyOf(state.doc), body, `${at}, seed ${seed}: undone`);
  }
  assert.ok(count >= 1000);
});
