// A decision table to write in, as in a spreadsheet. Data cells only: what stands above them is ours and is not here.
const PROPERTIES = ['columns', 'rows', 'faults', 'marks', 'hits', 'readonly'];
const SETTLED_MILLIS = 450;
const KEPT_STEPS = 200;

const STYLE = `
:host { display: flex; flex-direction: column; min-height: 0; min-width: 0; gap: 8px; font-size: 13px; }
.bar { display: flex; gap: 4px; flex-wrap: nowrap; overflow-x: auto; }
.bar button { font: inherit; padding: 4px 8px; border: 1px solid #c3cad3; border-radius: 6px; background: #fff; color: #22303f; cursor: pointer; white-space: nowrap; }
.bar button:hover { background: #f0f3f7; }
.bar button:disabled { color: #8a94a0; background: #f6f7f9; cursor: default; }
.help { min-height: 2.7em; line-height: 1.35; color: #55606e; }
.help b { color: #22303f; font-weight: 600; }
.frame { flex: 1; overflow: auto; border: 1px solid #c3cad3; border-radius: 6px; background: #fff; min-height: 240px; outline-offset: 2px; }
table { border-collapse: separate; border-spacing: 0; }
th, td { border-right: 1px solid #dfe3e8; border-bottom: 1px solid #dfe3e8; padding: 3px 7px; text-align: start; vertical-align: top; box-sizing: border-box; }
thead th { position: sticky; top: 0; z-index: 2; background: #eef1f5; font-weight: 580; color: #33404e; min-width: 76px; max-width: 120px; border-bottom: 1px solid #aab4c0; }
thead th.answer { background: #e6eef7; }
thead th.wide, td.wide { min-width: 250px; max-width: 250px; }
tbody th { position: sticky; left: 0; z-index: 1; background: #eef1f5; color: #55606e; font-weight: 500; text-align: end; min-width: 46px; font-variant-numeric: tabular-nums; cursor: pointer; }
tbody th small { display: block; font-size: 11px; font-weight: 400; line-height: 1.25; color: #6a7581; }
tbody th small.moved { color: #7a4b00; font-weight: 700; }
thead th:first-child { left: 0; z-index: 3; min-width: 46px; }
td { min-width: 76px; max-width: 150px; overflow-wrap: break-word; cursor: cell; position: relative; }
td.answer { background: #f7fafd; }
td.chosen { background: #dbe8f6; }
td.bad { background: #fbe9e7; box-shadow: inset 0 -2px #a1211b; }
tr.bad > th { background: #fbe9e7; color: #a1211b; font-weight: 700; }
tr.attention > th { background: #fdf1dc; color: #7a4b00; font-weight: 700; }
td:focus { outline: 2px solid #1f4e79; outline-offset: -2px; z-index: 1; }
td input { position: absolute; inset: 0; width: 100%; min-width: 100%; font: inherit; padding: 2px 6px; border: 2px solid #1f4e79; box-sizing: border-box; background: #fff; }
`;

class TieoutRuleGrid extends HTMLElement {
    constructor() {
        super();
        this._columns = [];
        this._rows = [];
        this._faults = [];
        this._marks = {};
        this._hits = null;
        this.at = { row: 0, column: 0 };
        this.from = { row: 0, column: 0 };
        this.undone = [];
        this.steps = [];
        this.attachShadow({ mode: 'open' });
    }

    connectedCallback() {
        for (const name of PROPERTIES) {
            if (Object.prototype.hasOwnProperty.call(this, name)) {
                const value = this[name];
                delete this[name];
                this[name] = value;
            }
        }
        this.frameUp();
        this.draw();
    }

    disconnectedCallback() {
        clearTimeout(this.settling);
    }

    frameUp() {
        if (this.body) {
            return;
        }
        this.shadowRoot.innerHTML = `<style>${STYLE}</style><div class="bar" role="toolbar" aria-label="Rows"></div>
            <div class="help" aria-live="polite"></div>
            <div class="frame"><table role="grid"><thead></thead><tbody></tbody></table></div><datalist id="words"></datalist>`;
        this.bar = this.shadowRoot.querySelector('.bar');
        this.help = this.shadowRoot.querySelector('.help');
        this.head = this.shadowRoot.querySelector('thead');
        this.body = this.shadowRoot.querySelector('tbody');
        this.words = this.shadowRoot.querySelector('datalist');
        this.button('Insert above', 'Alt+Insert', () => this.insert(0));
        this.button('Insert below', '', () => this.insert(1));
        this.button('Duplicate', 'Ctrl+D', () => this.duplicate());
        this.button('Move up', 'Alt+↑', () => this.move(-1));
        this.button('Move down', 'Alt+↓', () => this.move(1));
        this.button('Delete rows', 'Ctrl+Delete', () => this.remove());
        this.undoButton = this.button('Undo', 'Ctrl+Z', () => this.undo());
        this.redoButton = this.button('Redo', 'Ctrl+Y', () => this.redo());
        const table = this.shadowRoot.querySelector('table');
        table.setAttribute('aria-label', this.getAttribute('aria-label') || 'Rule rows');
        table.setAttribute('aria-multiselectable', 'true');
        this.body.addEventListener('mousedown', (event) => this.pressed(event));
        this.body.addEventListener('mouseover', (event) => this.dragged(event));
        this.body.addEventListener('dblclick', () => this.edit());
        this.body.addEventListener('keydown', (event) => this.key(event));
        for (const name of ['copy', 'cut', 'paste']) {
            this.addEventListener(name, (event) => this.clipboard(event));
        }
    }

    button(label, keys, work) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = label;
        button.title = keys;
        button.addEventListener('click', () => { this.commit(); work(); this.focusCell(); });
        this.bar.append(button);
        return button;
    }

    width() { return this._columns.length + 1; }

    text(row, column) { return column === 0 ? this._rows[row].description : this._rows[row].cells[column - 1] ?? ''; }

    put(row, column, text) {
        const one = text.replace(/\s+/g, ' ').trim();
        if (column === 0) {
            this._rows[row].description = one;
        } else {
            this._rows[row].cells[column - 1] = one;
        }
    }

    // Drawing

    draw() {
        if (!this.body) {
            return;
        }
        this.bar.hidden = this._readonly;
        this.bar.style.display = this._readonly ? 'none' : '';
        this.head.replaceChildren(this.headRow());
        this.body.replaceChildren(...this._rows.map((_, row) => this.rowElement(row)));
        this.at = this.within(this.at);
        this.from = this.within(this.from);
        this.count();
        this.show();
    }

    headRow() {
        const line = document.createElement('tr');
        const corner = document.createElement('th');
        corner.textContent = '#';
        const what = document.createElement('th');
        what.textContent = 'for';
        what.className = 'wide';
        line.append(corner, what);
        for (const column of this._columns) {
            const cell = document.createElement('th');
            cell.textContent = column.label;
            cell.title = `${column.help} Write ${column.grammar}.`;
            cell.className = column.part === 'CONDITION' ? '' : 'answer';
            line.append(cell);
        }
        line.querySelectorAll('th').forEach((cell) => { cell.scope = 'col'; });
        return line;
    }

    rowElement(row) {
        const line = document.createElement('tr');
        const number = document.createElement('th');
        number.textContent = row + 1;
        number.scope = 'row';
        line.append(number);
        for (let column = 0; column < this.width(); column++) {
            const cell = document.createElement('td');
            cell.setAttribute('role', 'gridcell');
            cell.textContent = this.text(row, column);
            cell.tabIndex = -1;
            if (column === 0) {
                cell.classList.add('wide');
            } else if (this._columns[column - 1].part !== 'CONDITION') {
                cell.classList.add('answer');
            }
            line.append(cell);
        }
        return line;
    }

    cell(row, column) { return this.body.rows[row]?.cells[column + 1]; }

    show() {
        const area = this.area();
        const faults = new Map(this._faults.map((fault) => [`${fault.row - 1} ${this.columnOf(fault.column)}`, fault.reason]));
        for (let row = 0; row < this._rows.length; row++) {
            this.body.rows[row].className = this._marks[row + 1] ?? '';
            for (let column = 0; column < this.width(); column++) {
                const cell = this.cell(row, column);
                const chosen = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
                const reason = faults.get(`${row} ${column}`);
                cell.classList.toggle('chosen', chosen && !area.single);
                cell.classList.toggle('bad', !!reason);
                cell.setAttribute('aria-selected', chosen);
                cell.tabIndex = row === this.at.row && column === this.at.column ? 0 : -1;
                cell.title = reason ?? '';
                if (reason) { cell.setAttribute('aria-invalid', 'true'); } else { cell.removeAttribute('aria-invalid'); }
            }
        }
        this.undoButton.disabled = this.steps.length === 0;
        this.redoButton.disabled = this.undone.length === 0;
        this.explain(faults.get(`${this.at.row} ${this.at.column}`));
    }

    explain(reason) {
        const column = this._columns[this.at.column - 1];
        const name = document.createElement('b');
        name.textContent = reason ? 'Here: ' : `${column?.label ?? 'for'}: `;
        const says = reason ? `${reason}.`
            : column ? `${column.help} Write ${column.grammar}.` : 'What the row is for, in plain words. It decides nothing.';
        this.help.replaceChildren(name, says);
    }

    columnOf(label) {
        return label === 'description' || label === 'comment' ? 0 : this._columns.findIndex((column) => column.label === label) + 1;
    }

    // How many movements a row takes, and how that changed, under its number.
    count() {
        for (let row = 0; row < this._rows.length; row++) {
            const number = this.body.rows[row].cells[0];
            const hit = this._hits?.[row + 1];
            number.replaceChildren(String(row + 1));
            if (hit) {
                const taken = document.createElement('small');
                taken.textContent = hit.now.toLocaleString('en');
                number.append(taken);
                number.title = `Row ${row + 1} takes ${hit.now.toLocaleString('en')} movements`;
                if (hit.change !== 0) {
                    const change = document.createElement('small');
                    change.className = 'moved';
                    change.textContent = (hit.change > 0 ? '+' : '−') + Math.abs(hit.change).toLocaleString('en');
                    number.append(change);
                    number.title += `, ${change.textContent} against before`;
                }
            }
        }
    }

    // Moving about

    within(place) {
        return {
            row: Math.max(0, Math.min(place.row, this._rows.length - 1)),
            column: Math.max(0, Math.min(place.column, this.width() - 1)),
        };
    }

    area() {
        const top = Math.min(this.at.row, this.from.row);
        const bottom = Math.max(this.at.row, this.from.row);
        const left = Math.min(this.at.column, this.from.column);
        const right = Math.max(this.at.column, this.from.column);
        return { top, bottom, left, right, single: top === bottom && left === right };
    }

    go(row, column, extend) {
        this.at = this.within({ row, column });
        if (!extend) {
            this.from = { ...this.at };
        }
        this.show();
        this.focusCell();
    }

    focusCell() {
        const cell = this.cell(this.at.row, this.at.column);
        cell?.focus({ preventScroll: true });
        cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }

    goTo(row, label) {
        this.commit();
        this.go(row - 1, label ? this.columnOf(label) : 0);
        this.cell(this.at.row, this.at.column)?.scrollIntoView({ block: 'center', inline: 'nearest' });
    }

    place(event) {
        const cell = event.target.closest?.('td, tbody th');
        const row = cell ? cell.parentElement.sectionRowIndex : -1;
        return row < 0 ? null : { row, column: cell.cellIndex - 1 };
    }

    pressed(event) {
        const place = this.place(event);
        if (!place || event.target.tagName === 'INPUT') {
            return;
        }
        event.preventDefault();
        this.commit();
        if (place.column < 0) {
            this.go(place.row, this.width() - 1, false);
            this.from = { row: event.shiftKey ? this.from.row : place.row, column: 0 };
            this.show();
        } else {
            this.go(place.row, place.column, event.shiftKey);
        }
    }

    dragged(event) {
        const place = event.buttons === 1 ? this.place(event) : null;
        if (place && place.column >= 0 && !this.input) {
            this.go(place.row, place.column, true);
        }
    }

    key(event) {
        if (event.target.tagName === 'INPUT') {
            return this.keyInCell(event);
        }
        const ctrl = event.ctrlKey || event.metaKey;
        const work = this.command(event, ctrl) ?? this.step(event, ctrl);
        if (work) {
            event.preventDefault();
            work();
        } else if (!ctrl && !event.altKey && event.key.length === 1) {
            event.preventDefault();
            this.edit(event.key);
        }
    }

    step(event, ctrl) {
        const { row, column } = this.at;
        const to = (r, c) => () => this.go(r, c, event.shiftKey);
        const last = this.width() - 1;
        switch (event.key) {
            case 'ArrowUp': return event.altKey ? () => this.move(-1) : to(ctrl ? 0 : row - 1, column);
            case 'ArrowDown': return event.altKey ? () => this.move(1) : to(ctrl ? this._rows.length - 1 : row + 1, column);
            case 'ArrowLeft': return to(row, ctrl ? 0 : column - 1);
            case 'ArrowRight': return to(row, ctrl ? last : column + 1);
            case 'Home': return to(ctrl ? 0 : row, 0);
            case 'End': return to(ctrl ? this._rows.length - 1 : row, last);
            case 'PageUp': return to(row - 12, column);
            case 'PageDown': return to(row + 12, column);
            // At the row's end Tab leaves the grid, so that nobody is caught in it.
            case 'Tab': return event.shiftKey ? (column > 0 ? () => this.go(row, column - 1) : null)
                : (column < last ? () => this.go(row, column + 1) : null);
            case 'Enter': return event.shiftKey ? () => this.go(row - 1, column) : () => this.edit();
            default: return null;
        }
    }

    command(event, ctrl) {
        const key = event.key.toLowerCase();
        if (ctrl && key === 'a') { return () => { this.from = { row: 0, column: 0 }; this.go(this._rows.length - 1, this.width() - 1, true); }; }
        if (this._readonly) { return null; }
        if (ctrl && key === 'z') { return () => (event.shiftKey ? this.redo() : this.undo()); }
        if (ctrl && key === 'y') { return () => this.redo(); }
        if (ctrl && key === 'd') { return () => this.duplicate(); }
        if (ctrl && key === 'delete') { return () => this.remove(); }
        if (event.altKey && key === 'insert') { return () => this.insert(0); }
        if (key === 'f2') { return () => this.edit(); }
        if (key === 'delete' || key === 'backspace') { return () => this.fill([['']]); }
        return null;
    }

    // Writing

    edit(first) {
        const cell = this.cell(this.at.row, this.at.column);
        if (this._readonly || !cell || this.input) {
            return;
        }
        const column = this._columns[this.at.column - 1];
        const input = document.createElement('input');
        input.value = first ?? this.text(this.at.row, this.at.column);
        input.setAttribute('aria-label', `${column?.label ?? 'for'}, row ${this.at.row + 1}`);
        input.maxLength = 300;
        this.words.replaceChildren(...(column?.words ?? []).map((word) => new Option(word)));
        if (column?.words?.length) {
            input.setAttribute('list', 'words');
        }
        input.addEventListener('input', () => this.typing());
        input.addEventListener('blur', () => this.commit());
        this.input = input;
        this.editing = { ...this.at };
        cell.append(input);
        input.focus();
    }

    // While typing the server sees the row as it would be; the cell itself is kept when it is left.
    typing() {
        const { row, column } = this.editing;
        clearTimeout(this.settling);
        this.settling = setTimeout(() => {
            if (this.input) {
                const trial = structuredClone(this._rows[row]);
                const text = this.input.value.replace(/\s+/g, ' ').trim();
                if (column === 0) { trial.description = text; } else { trial.cells[column - 1] = text; }
                this.dispatchEvent(new CustomEvent('cell-typed', { detail: { row: row + 1, column: this._columns[column - 1]?.label ?? 'description', text } }));
            }
        }, SETTLED_MILLIS);
    }

    keyInCell(event) {
        if (event.key === 'Escape') {
            event.preventDefault();
            this.drop();
            this.focusCell();
            this.show();
        } else if (event.key === 'Enter' || event.key === 'Tab') {
            event.preventDefault();
            const { row, column } = this.editing;
            this.commit();
            const back = event.shiftKey ? -1 : 1;
            this.go(event.key === 'Enter' ? row + back : row, event.key === 'Tab' ? column + back : column);
        }
        event.stopPropagation();
    }

    drop() {
        const input = this.input;
        this.input = undefined;
        input?.remove();
    }

    commit() {
        if (!this.input) {
            return;
        }
        const text = this.input.value;
        const { row, column } = this.editing;
        this.drop();
        if (text.replace(/\s+/g, ' ').trim() !== this.text(row, column)) {
            this.change(() => this.put(row, column, text), [row]);
        }
    }

    change(work, touched) {
        this.steps.push(JSON.stringify(this._rows));
        this.steps.splice(0, this.steps.length - KEPT_STEPS);
        this.undone = [];
        work();
        this.settle(touched);
    }

    settle(touched) {
        if (touched) {
            touched.forEach((row) => this.body.rows[row].replaceWith(this.rowElement(row)));
            this.show();
        } else {
            this.draw();
        }
        clearTimeout(this.settling);
        this.settling = setTimeout(() => this.dispatchEvent(
            new CustomEvent('rows-changed', { detail: { rows: this._rows } })), SETTLED_MILLIS);
    }

    undo() { this.restore(this.steps, this.undone); }

    redo() { this.restore(this.undone, this.steps); }

    restore(from, to) {
        if (from.length) {
            to.push(JSON.stringify(this._rows));
            this._rows = JSON.parse(from.pop());
            this.settle();
            this.focusCell();
        }
    }

    blank() { return { description: '', cells: this._columns.map(() => '') }; }

    insert(below) {
        const row = this._rows.length ? this.at.row + below : 0;
        this.change(() => this._rows.splice(row, 0, this.blank()));
        this.go(row, 0);
    }

    append(description, cells) {
        this.commit();
        const row = this.blank();
        row.description = description;
        this._columns.forEach((column, i) => { row.cells[i] = cells[column.label] ?? ''; });
        this.change(() => this._rows.push(row));
        this.go(this._rows.length - 1, this._columns.findIndex((column) => column.part === 'ANSWER') + 1);
    }

    duplicate() {
        const { top, bottom } = this.area();
        const copies = structuredClone(this._rows.slice(top, bottom + 1));
        this.change(() => this._rows.splice(bottom + 1, 0, ...copies));
        this.go(bottom + 1, this.at.column);
    }

    move(by) {
        const { top, bottom } = this.area();
        if (this._readonly || top + by < 0 || bottom + by >= this._rows.length) {
            return;
        }
        this.change(() => this._rows.splice(top + by, 0, ...this._rows.splice(top, bottom - top + 1)));
        this.from = { row: this.from.row + by, column: this.from.column };
        this.go(this.at.row + by, this.at.column, true);
    }

    remove() {
        const { top, bottom } = this.area();
        if (this._rows.length > bottom - top + 1) {
            this.change(() => this._rows.splice(top, bottom - top + 1));
            this.go(top, this.at.column);
        }
    }

    // Copy and paste, as spreadsheet programs write it: tabs between cells, quotes around what holds one

    clipboard(event) {
        if (this.input) {
            return;
        }
        const { top, bottom, left, right } = this.area();
        if (event.type !== 'paste') {
            const lines = [];
            for (let row = top; row <= bottom; row++) {
                const cells = [];
                for (let column = left; column <= right; column++) {
                    const text = this.text(row, column);
                    cells.push(/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
                }
                lines.push(cells.join('\t'));
            }
            event.clipboardData.setData('text/plain', lines.join('\n'));
            event.preventDefault();
            if (event.type === 'cut' && !this._readonly) {
                this.fill([['']]);
            }
        } else if (!this._readonly) {
            event.preventDefault();
            this.fill(cellsOf(event.clipboardData.getData('text/plain')));
        }
    }

    // A single cell fills the whole selection; a block is written from the selection's corner, with new rows when it reaches beyond.
    fill(block) {
        const area = this.area();
        const single = block.length === 1 && block[0].length === 1;
        const rows = single ? area.bottom - area.top + 1 : block.length;
        const columns = single ? area.right - area.left + 1 : Math.max(...block.map((line) => line.length));
        this.change(() => {
            while (this._rows.length < area.top + rows) {
                this._rows.push(this.blank());
            }
            for (let r = 0; r < rows; r++) {
                for (let c = 0; c < columns && area.left + c < this.width(); c++) {
                    this.put(area.top + r, area.left + c, single ? block[0][0] : block[r][c] ?? '');
                }
            }
        });
        this.from = { row: area.top, column: area.left };
        this.go(area.top + rows - 1, area.left + columns - 1, true);
    }
}

function cellsOf(text) {
    const lines = [[]];
    const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/y;
    const source = text.replace(/\r?\n$/, '');
    while (cell.lastIndex <= source.length) {
        const match = cell.exec(source);
        if (!match) {
            break;
        }
        lines.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
        if (match[3] === '') {
            break;
        }
        if (match[3] !== '\t') {
            lines.push([]);
        }
    }
    return lines;
}

for (const name of PROPERTIES) {
    Object.defineProperty(TieoutRuleGrid.prototype, name, {
        get() { return this[`_${name}`]; },
        set(value) {
            this[`_${name}`] = name === 'rows' ? structuredClone(value) : value;
            if (!this.body) {
                return;
            }
            if (name === 'faults' || name === 'marks') {
                this.show();
            } else if (name === 'hits') {
                this.count();
            } else {
                this.draw();
            }
        },
    });
}

if (!customElements.get('tieout-rule-grid')) {
    customElements.define('tieout-rule-grid', TieoutRuleGrid);
}
