import type { Shape, Sheet } from '../../../ui/taken/sheet.ts';

/** A sheet as part of a page. */
export function SheetDrawing({ sheet, title }: { readonly sheet: Sheet; readonly title: string }) {
  const { width, height, shapes, font } = sheet;
  return (
    <svg
      className="sheet-drawing"
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={font}
      role="img"
      aria-label={title}
    >
      {shapes.map((shape, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a sheet never change their order
        <Drawn key={place} shape={shape} />
      ))}
    </svg>
  );
}

function Drawn({ shape }: { readonly shape: Shape }) {
  switch (shape.is) {
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return <line {...{ x1, y1, x2, y2 }} stroke={shape.colour} strokeWidth={shape.width} />;
    }
    case 'circle':
      return <circle cx={shape.at[0]} cy={shape.at[1]} r={shape.radius} fill={shape.colour} />;
    case 'drawing': {
      const { at, radius, path, colour } = shape;
      const move = `translate(${at[0] - radius} ${at[1] - radius}) scale(${radius / 12})`;
      return <path d={path} transform={move} fill="none" stroke={colour} strokeWidth="1.8" />;
    }
    case 'path':
      return (
        <path
          d={shape.path}
          fill={shape.fill?.colour ?? 'none'}
          fillOpacity={shape.fill?.opacity}
          stroke={shape.line?.colour}
          strokeOpacity={shape.line?.opacity}
          strokeWidth={shape.line?.width}
          strokeDasharray={shape.line?.dashes.join(' ')}
        />
      );
    case 'words':
      return (
        <text
          x={shape.at[0]}
          y={shape.at[1]}
          fontSize={shape.size}
          fill={shape.colour}
          fontWeight={shape.isStrong ? 700 : 400}
          textAnchor={shape.align === 'middle' ? 'middle' : 'start'}
          direction={shape.isRightToLeft ? 'rtl' : 'ltr'}
        >
          {shape.words}
        </text>
      );
  }
}
