/**
 * Rows, columns and cells of tables. The library does the geometry; here rows stay heads where they were, and the settings of
 * columns, which are a list of their own in the specification, move with the columns.
 */
import type { Node } from "prosemirror-model";
import type { Command, Transaction } from "prosemirror-state";
import {
  CellSelection,
  TableMap,
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  goToNextCell,
  isInTable,
  mergeCells,
  selectedRect,
  splitCell,
} from "prosemirror-tables";
import { cellMembers } from "../mapping/table";
import { isMembers, withMember, type Members } from "../model/json";
import { type } from "../model/schema";
import type { EditorState } from "prosemirror-state";

/** A command whose transaction is completed before it is dispatched. */
function also(command: Command, complete: (tr: Transaction, state: EditorState) => void): Command {
  return (state, dispatch) =>
    command(
      state,
      dispatch &&
        ((tr) => {
          complete(tr, state);
          dispatch(tr);
        }),
    );
}

/** Another row among head rows is one too. */
const row = (command: Command, isAfter: boolean): Command =>
  also(command, (tr, state) => {
    const { map, table, tableStart, top, bottom } = selectedRect(state);
    const beside = table.child(isAfter ? bottom - 1 : top);
    const grid = tr.doc.nodeAt(tableStart - 1);
    if (!grid || !beside.attrs.head || map.height === grid.childCount) return;
    const index = isAfter ? bottom : top;
    let pos = tableStart;
    for (let i = 0; i < index; i += 1) pos += grid.child(i).nodeSize;
    tr.setNodeAttribute(pos, "head", true);
  });

/** Changes the settings of the columns along with the columns. */
const column = (command: Command, change: (columns: unknown[], left: number, right: number) => void): Command =>
  also(command, (tr, state) => {
    const { left, right, tableStart } = selectedRect(state);
    const block = state.doc.resolve(tableStart - 1);
    const { src } = block.parent.attrs;
    if (!isMembers(src) || !Array.isArray(src.columns)) return;
    const columns = [...src.columns];
    change(columns, left, right);
    tr.setNodeAttribute(block.before(), "src", { ...src, columns });
  });

export const TABLE: Record<string, { title: string; run: Command }> = {
  rowBefore: { title: "Thêm hàng trên", run: row(addRowBefore, false) },
  rowAfter: { title: "Thêm hàng dưới", run: row(addRowAfter, true) },
  deleteRow: { title: "Xóa hàng", run: deleteRow },
  columnBefore: {
    title: "Thêm cột trái",
    run: column(addColumnBefore, (columns, left) => void (columns.length > left && columns.splice(left, 0, {}))),
  },
  columnAfter: {
    title: "Thêm cột phải",
    run: column(addColumnAfter, (columns, _, right) => void (columns.length > right && columns.splice(right, 0, {}))),
  },
  deleteColumn: {
    title: "Xóa cột",
    run: column(deleteColumn, (columns, left, right) => void columns.splice(left, right - left)),
  },
  merge: { title: "Gộp ô", run: mergeCells },
  split: { title: "Tách ô", run: splitCell },
  head: { title: "Hàng đầu bảng", run: toggleHead },
  bold: { title: "Ô in đậm", run: cellLook("bold", (cell) => (cell.bold === true ? undefined : true)) },
};

/** Makes the selected rows, and all above them, head rows, or plain ones again. */
function toggleHead(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  if (!isInTable(state)) return false;
  const { table, tableStart, top, bottom } = selectedRect(state);
  const head = !table.child(bottom - 1).attrs.head;
  const { tr } = state;
  table.forEach((_, offset, i) => {
    if (head ? i < bottom : i >= top) tr.setNodeAttribute(tableStart + offset, "head", head);
  });
  dispatch?.(tr);
  return true;
}

/** Sets a member of the selected cells. */
export function cellLook(name: string, value: (cell: Members) => unknown): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const { tr } = state;
    for (const { node, pos } of selectedCells(state)) {
      const given = cellMembers(node);
      tr.setNodeAttribute(pos, "src", withMember(given, name, value(given)));
    }
    dispatch?.(tr);
    return true;
  };
}

export function selectedCells(state: EditorState): { node: Node; pos: number }[] {
  const cells: { node: Node; pos: number }[] = [];
  if (state.selection instanceof CellSelection) state.selection.forEachCell((node, pos) => cells.push({ node, pos }));
  else {
    const { map, table, tableStart, left, top } = selectedRect(state);
    const offset = map.map[top * map.width + left];
    const node = offset === undefined ? null : table.nodeAt(offset);
    if (node && offset !== undefined) cells.push({ node, pos: tableStart + offset });
  }
  return cells;
}

/** The next cell; in the last one another row, for a Tab that leaves the page takes the next word with it. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  const add = TABLE.rowAfter?.run;
  if (!add?.(state, dispatch) || !view) return true;
  return goToNextCell(1)(view.state, dispatch);
};
export const previousCell: Command = (state, dispatch) => isInTable(state) && (goToNextCell(-1)(state, dispatch) || true);

/** How many columns a table has. */
export const widthOf = (table: Node): number => TableMap.get(table.child(2)).width;

/** Takes the whole table away. */
export const deleteTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth === 0 || $from.node(1).type !== type("table")) return false;
  dispatch?.(state.tr.delete($from.before(1), $from.after(1)).scrollIntoView());
  return true;
};
