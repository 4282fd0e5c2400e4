"""A bar for each setting: the middle of its repetitions, a line from the lowest to the highest, and a mark where the model expected it."""
from xml.sax.saxutils import escape

WIDTH, LABEL, ROW = 720, 190, 34


def bars(title, unit, rows):
    """SVG of rows (name, values, predicted or None); no value, no bar."""
    rows = [row for row in rows if row[1]]
    highest = max([value for _, values, _ in rows for value in values] + [expected or 0 for _, _, expected in rows] + [1e-9])
    scale = (WIDTH - LABEL - 110) / highest
    height = 46 + ROW * len(rows) + 16
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" font-family="system-ui, sans-serif" font-size="13">',
             f"<title>{escape(title)}</title>", f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
             f'<text x="12" y="24" font-size="14" font-weight="600" fill="#1f2328">{escape(title)}</text>']
    for index, (name, values, expected) in enumerate(rows):
        ordered = sorted(values)
        middle = ordered[len(ordered) // 2]
        y = 46 + ROW * index
        colour = {"as it was": "#bf8700", "recommended": "#1a7f37"}.get(name, "#8c959f")
        parts.append(f'<text x="{LABEL - 10}" y="{y + 15}" text-anchor="end" fill="#1f2328">{escape(name)}</text>')
        parts.append(f'<rect x="{LABEL}" y="{y}" width="{max(1, middle * scale):.1f}" height="22" rx="2" fill="{colour}"/>')
        low, high = LABEL + ordered[0] * scale, LABEL + ordered[-1] * scale
        parts.append(f'<path d="M{low:.1f} {y + 11}H{high:.1f}M{low:.1f} {y + 7}v8M{high:.1f} {y + 7}v8" stroke="#1f2328" stroke-width="1.5" fill="none"/>')
        if expected is not None:
            at = LABEL + expected * scale
            parts.append(f'<path d="M{at:.1f} {y - 3}v28" stroke="#0969da" stroke-width="2" stroke-dasharray="3 2"/>')
        parts.append(f'<text x="{max(high, LABEL + (expected or 0) * scale) + 8:.1f}" y="{y + 15}" fill="#59636e">{middle:.3g} {unit}</text>')
    parts.append("</svg>")
    return "\n".join(parts) + "\n"
