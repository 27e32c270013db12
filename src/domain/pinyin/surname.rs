//! How surnames are read where that is not how the character is read mostly (《通用规范汉字表》, 《现代汉语词典》), and
//! rare characters of names that the table of readings lacks. Tones stand at the end; ü is written v.

/// Surnames of two characters that are read in their own way.
const COMPOUND: [(&str, [&str; 2]); 15] = [
    ("尉迟", ["yu4", "chi2"]),
    ("万俟", ["mo4", "qi2"]),
    ("单于", ["chan2", "yu2"]),
    ("长孙", ["zhang3", "sun1"]),
    ("令狐", ["ling2", "hu2"]),
    ("澹台", ["tan2", "tai2"]),
    ("夏侯", ["xia4", "hou2"]),
    ("鲜于", ["xian1", "yu2"]),
    ("亓官", ["qi2", "guan1"]),
    ("濮阳", ["pu2", "yang2"]),
    ("乐正", ["yue4", "zheng4"]),
    ("子车", ["zi3", "ju1"]),
    ("中行", ["zhong1", "hang2"]),
    ("相里", ["xiang4", "li3"]),
    ("宰父", ["zai3", "fu3"]),
];

/// Surnames of one character.
const SINGLE: [(char, &str); 72] = [
    ('单', "shan4"),
    ('曾', "zeng1"),
    ('仇', "qiu2"),
    ('解', "xie4"),
    ('查', "zha1"),
    ('任', "ren2"),
    ('区', "ou1"),
    ('朴', "piao2"),
    ('翟', "zhai2"),
    ('盖', "ge3"),
    ('覃', "qin2"),
    ('乐', "yue4"),
    ('缪', "miao4"),
    ('冼', "xian3"),
    ('员', "yun4"),
    ('种', "chong2"),
    ('召', "shao4"),
    ('燕', "yan1"),
    ('应', "ying1"),
    ('繁', "po2"),
    ('折', "she2"),
    ('秘', "bi4"),
    ('黑', "he4"),
    ('能', "nai4"),
    ('那', "na1"),
    ('尉', "wei4"),
    ('洗', "xian3"),
    ('沈', "shen3"),
    ('贾', "jia3"),
    ('万', "wan4"),
    ('车', "che1"),
    ('华', "hua4"),
    ('纪', "ji3"),
    ('葛', "ge3"),
    ('哈', "ha3"),
    ('宁', "ning4"),
    ('曲', "qu1"),
    ('卜', "bu3"),
    ('郗', "xi1"),
    ('晁', "chao2"),
    ('隗', "wei3"),
    ('逄', "pang2"),
    ('莘', "shen1"),
    ('冯', "feng2"),
    ('祭', "zhai4"),
    ('句', "gou1"),
    ('贲', "ben1"),
    ('费', "fei4"),
    ('撒', "sa4"),
    ('过', "guo1"),
    ('要', "yao1"),
    ('訾', "zi1"),
    ('柏', "bai3"),
    ('薄', "bo2"),
    ('谌', "chen2"),
    ('俞', "yu2"),
    ('隽', "juan4"),
    ('占', "zhan1"),
    ('於', "yu1"),
    ('厍', "she4"),
    ('瞿', "qu2"),
    ('眭', "sui1"),
    ('仉', "zhang3"),
    ('强', "qiang2"),
    ('谷', "gu3"),
    ('都', "du1"),
    ('盛', "sheng4"),
    ('乜', "nie4"),
    ('石', "shi2"),
    ('宿', "su4"),
    ('叶', "ye4"),
    ('牟', "mu4"),
];

/// Characters of names without an entry in the table of readings.
const RARE: [(char, &str); 4] = [('䶮', "yan3"), ('㛃', "jie2"), ('𠮷', "ji2"), ('𬀩', "wei3")];

/// How the surname at the beginning of a name is read, by character; empty where it is read as ever.
pub(super) fn readings(name: &[char]) -> Vec<&'static str> {
    let compound = COMPOUND.iter().find(|(surname, _)| surname.chars().eq(name.iter().copied().take(2)));
    if let Some((_, readings)) = compound {
        return readings.to_vec();
    }
    let single = SINGLE.iter().find(|(surname, _)| name.first() == Some(surname));
    single.map(|(_, reading)| *reading).into_iter().collect()
}

/// How a rare character is read.
pub(super) fn rare(c: char) -> Option<&'static str> {
    RARE.iter().find(|(rare, _)| *rare == c).map(|(_, reading)| *reading)
}
