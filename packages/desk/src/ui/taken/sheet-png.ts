import type { Shape, Sheet } from './sheet.ts';

/** A sheet as PNG, twice as fine as its pixels. */
export async function sheetPng(sheet: Sheet): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const fineness = 2;
  canvas.width = sheet.width * fineness;
  canvas.height = sheet.height * fineness;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser paints no pictures');
  context.scale(fineness, fineness);
  context.fillStyle = sheet.ground;
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const shape of sheet.shapes) paint(context, shape, sheet.font);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob === null ? failed(new Error('The picture is too large')) : done(blob)));
  });
}

function paint(context: CanvasRenderingContext2D, shape: Shape, font: string): void {
  switch (shape.is) {
    case 'line':
      context.strokeStyle = shape.colour;
      context.lineWidth = shape.width;
      context.beginPath();
      context.moveTo(...shape.from);
      context.lineTo(...shape.to);
      context.stroke();
      return;
    case 'circle':
      context.fillStyle = shape.colour;
      context.beginPath();
      context.arc(...shape.at, shape.radius, 0, Math.PI * 2);
      context.fill();
      return;
    case 'drawing':
      context.save();
      context.translate(shape.at[0] - shape.radius, shape.at[1] - shape.radius);
      context.scale(shape.radius / 12, shape.radius / 12);
      context.strokeStyle = shape.colour;
      context.lineWidth = 1.8;
      context.lineCap = 'round';
      context.stroke(new Path2D(shape.path));
      context.restore();
      return;
    case 'path': {
      const path = new Path2D(shape.path);
      context.save();
      if (shape.fill !== null) {
        context.fillStyle = shape.fill.colour;
        context.globalAlpha = shape.fill.opacity;
        context.fill(path);
      }
      if (shape.line !== null) {
        context.strokeStyle = shape.line.colour;
        context.globalAlpha = shape.line.opacity;
        context.lineWidth = shape.line.width;
        context.setLineDash([...shape.line.dashes]);
        context.stroke(path);
      }
      context.restore();
      return;
    }
    case 'words':
      context.fillStyle = shape.colour;
      context.font = `${shape.isStrong ? 700 : 400} ${shape.size}px ${font}`;
      context.direction = shape.isRightToLeft ? 'rtl' : 'ltr';
      context.textAlign = shape.align === 'middle' ? 'center' : 'start';
      context.textBaseline = 'alphabetic';
      context.fillText(shape.words, ...shape.at);
  }
}
