"""不动产转让纳税联系单: what the tax office has to know of a transfer (S2 nslxd)."""

from dataclasses import dataclass

from printing.layout import Form, Layout, Page, Paragraph
from printing.layouts import samples
from printing.layouts.letterhead import A4, FLOW_TOP, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxContact:
    """The values of a tax hand-over slip."""

    centre: str
    case_no: str
    item: str
    basis: str  # the law of the day
    transferors: str
    transferees: str
    location: str
    units: str
    usage: str
    floor_area: str
    price: str
    signed_on: str
    dwelling: str  # how many homes the household has, as it was stated
    clerk: str
    day: str
    rehearsal: bool


LONGEST = TaxContact(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item=samples.ITEM,
    basis="契税暂行条例第十一条",
    transferors="\n".join([f"{samples.NAME}　{samples.IDENTITY}"] * 8),
    transferees="\n".join([f"{samples.NAME}　{samples.IDENTITY}"] * 8),
    location=samples.PLACES,
    units=samples.UNITS,
    usage="城镇住宅用地/成套住宅",
    floor_area="99999999.99㎡",
    price="99999999.99元",
    signed_on=samples.DAY,
    dwelling="家庭第二套及以上住房",
    clerk=samples.CLERK,
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产转让纳税联系单")),),
    flow_top=FLOW_TOP,
    flow=(
        Paragraph(
            say="税务机关：下列不动产的转移登记已由我机构受理，请依法核定并征收有关税款。"
            "未按规定缴纳税款的，我机构依法不予办理登记（{basis}）。",
            indent=2,
            before=0,
        ),
        Form(
            rows=(
                (("登记事项", "{item}"),),
                (("转让方", "{transferors}"),),
                (("承受方", "{transferees}"),),
                (("坐落", "{location}"),),
                (("不动产单元号", "{units}"),),
                (("用途", "{usage}"), ("建筑面积", "{floor_area}")),
                (("合同金额", "{price}"), ("签订时间", "{signed_on}")),
                (("住房情况", "{dwelling}"), ("登记经办人", "{clerk}")),
            ),
        ),
        Form(
            title="税务机关填写",
            rows=(
                (("契税", "\n"), ("增值税及附加", "\n")),
                (("个人所得税", "\n"), ("土地增值税", "\n")),
                (("完税（免税）凭证号", "\n"), ("办理人、日期", "\n")),
            ),
            label_width=34,
        ),
        Paragraph(say="联系单由登记机构填写并送税务机关，税款金额以税务机关核定的为准。", size=9),
    ),
    closing=signatures("登记经办人：", "税务经办人："),
    closing_height=34,
    numbered=True,
)
