/**
 * The widest that DejaVu Sans and Liberation Sans (which is Arial's measure) draw each character, in thousandths of the font size: a width,
 * then the characters that have it; ␣ is a space, ⍽ one that does not break.
 */
const table = {
  normal: `
    275=' 278=ijlîï 295=IÎÏ 318=␣,.⍽·‘’ 337=/:;\\| 352=f 361=- 390=()[] 392=t 401=! 411=r 460=" 500=*J\`° 518=“”
    521=s 525=z 550=cç 556=?_§– 557=L 579=k 590=• 592=vxy 611=FT 612=o«»ô 613=aàâ 615=eèéêë 634=hnuùû 635=bdgpq
    636=$0123456789{} 667=EKPSYÈÉÊË 684=AVÀÂ 685=XZ 686=B 722=CRÇ 732=UÙÛ 748=N 752=H 770=D 778=G 780=& 787=OQÔ
    818=w 838=#+<=>^~↻≠× 863=M 950=% 974=m 989=W 1000=—…→ 1015=@ 1023=œ 1070=Œ`,
  gras: `
    306=' 343=ijlîï 348=␣⍽ 365=/\\| 372=IÎÏ 380=,.·‘’ 400=:; 415=- 435=f 456=! 457=()[] 478=t 493=r 500=\`°
    521=" 523=* 556=J_§– 582=z 593=cç 595=s 611=? 637=L 639=• 645=x 646=«» 652=vy 657=“” 665=k 675=aàâ 678=eèéêë
    682=T 683=EFÈÉÊË 687=oô 696=$0123456789 712=hnu{}ùû 716=bdgpq 720=S 724=Y 725=Z 733=P 734=CÇ 762=B 770=R
    771=X 774=AVÀÂ 775=K 812=UÙÛ 821=G 830=D 837=HN 838=#+<=>^~↻≠× 850=OQÔ 872=& 924=w 995=M 1000=@—…→ 1002=%
    1042=m 1094=œ 1103=W 1167=Œ`,
};

/** Width of each character by weight, in thousandths of the font size. */
export const charWidths = { normal: byCharacter(table.normal), gras: byCharacter(table.gras) };

/** What is drawn for a character that the table lacks: wider than all of them. */
export const UNKNOWN_WIDTH = 1_200;

function byCharacter(text: string): ReadonlyMap<string, number> {
  const rows = [...text.matchAll(/(\d+)=(\S+)/g)].map(([, width, characters = '']) => ({
    width: Number(width),
    characters,
  }));
  const plain = (characters: string) => [...characters.replace('␣', ' ').replace('⍽', '\u00a0')];
  return new Map(rows.flatMap(({ width, characters }) => plain(characters).map((character) => [character, width])));
}
