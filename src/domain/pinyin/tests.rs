use super::*;

#[test]
fn initials_whole_and_mixed() {
    for typed in
        ["wxm", "wangxiaoming", "wangxm", "wxiaom", "w", "wa", "王", "王xm", "小明", "WXM", "wang xiao"]
    {
        assert!(matches("王小明", typed), "{typed}");
    }
    for typed in ["xw", "wxx", "wxmx", "王明", "q"] {
        assert!(!matches("王小明", typed), "{typed}");
    }
    assert_eq!(PinyinKey::new("王小明").rank("wx"), Some(0));
    assert_eq!(PinyinKey::new("王小明").rank("xm"), Some(1));
}

#[test]
fn all_readings_count_and_surnames_lead() {
    let key = PinyinKey::new("曾乐");
    assert!(key.full().starts_with("zeng"));
    for typed in ["zl", "cl", "zy", "cengle", "zengyue"] {
        assert!(key.rank(typed).is_some(), "{typed}");
    }
    assert_eq!(PinyinKey::new("单雄").initials(), "sx");
    assert!(matches("吕布", "lvb") && matches("吕布", "lub") && matches("吕布", "lüb"));
}

#[test]
fn separators_and_other_scripts() {
    assert!(matches("阿依夏木·阿卜杜热合曼", "ayxmabdrhm"));
    assert!(matches("Anna Maria", "annam"));
    assert_eq!(PinyinKey::new("").rank("a"), None);
    let _ = PinyinKey::new("𠮷田").rank("t");
}

#[test]
fn surnames_are_read_as_surnames() {
    for (name, typed, initials) in [
        ("单雄信", "shanxx", "sxx"),
        ("解缙", "xiejin", "xj"),
        ("仇英", "qiuy", "qy"),
        ("曾国藩", "zenggf", "zgf"),
        ("尉迟恭", "yuchig", "ycg"),
        ("区寄", "ouji", "oj"),
        ("查良镛", "zhaly", "zly"),
        ("盖文达", "gewenda", "gwd"),
        ("万俟卨", "moqi", "mqx"),
        ("长孙无忌", "zhangsun", "zswj"),
        ("任明霞", "renmx", "rmx"),
        ("覃雨泽", "qinyuze", "qyz"),
        ("令狐冲", "linghuc", "lhc"),
        ("吕蒙", "lvm", "lm"),
    ] {
        let key = PinyinKey::new(name);
        assert_eq!(key.rank(typed), Some(0), "{name} {typed}");
        assert_eq!(key.initials(), initials, "{name}");
    }
    assert!(matches("单雄信", "danxx") && matches("查良镛", "cha") && matches("尉迟恭", "wei"));
    assert!(PinyinKey::new("李单").full().ends_with("dan"), "only a surname is read as one");
    assert!(matches("吕蒙", "lumeng") && matches("吕蒙", "LÜ") && matches("吕蒙", "ｌｖｍ"));
    assert!(matches("阿依夏木·阿卜杜热合曼", "夏木・阿卜") && matches("西安", "xi'an"));
}

#[test]
fn rare_characters_are_found_by_themselves_and_by_sound() {
    for (name, sound) in [("龚䶮", "gongyan"), ("㛃雯", "jiew"), ("𠮷田", "jitian"), ("李𬀩", "liwei")]
    {
        let rare = name.chars().find(|c| !"龚雯田李".contains(*c)).unwrap().to_string();
        assert!(matches(name, &rare) && matches(name, name), "{name}");
        assert!(matches(name, sound), "{name} {sound}");
    }
    // A character of the private area, as old rosters have them, has no reading at all.
    assert!(matches("李\u{e7c7}明", "\u{e7c7}") && matches("李\u{e7c7}明", "李\u{e7c7}明"));
}

#[test]
fn names_sort_by_surname_reading_then_tone_then_character() {
    let mut names = vec![
        "阿依·古丽",
        "张三",
        "单雨",
        "章二",
        "Anna",
        "沈一",
        "掌一",
        "西门庆",
        "线一",
        "李\u{e7c7}",
        "李白",
    ];
    names.sort_by_key(|name| PinyinKey::new(name).order().to_owned());
    assert_eq!(
        names,
        ["阿依·古丽", "Anna", "李白", "李\u{e7c7}", "单雨", "沈一", "西门庆", "线一", "张三", "章二", "掌一"]
    );
}

#[test]
fn a_search_over_three_thousand_costs_a_few_times_reading_the_names() {
    let pick = |from: &str, at: u32| from.chars().cycle().nth(at as usize).unwrap();
    let name = |i: u32| {
        let (surname, first) =
            (pick("王李张刘陈杨黄赵周吴徐孙曾单解", i), pick("晓雨梓子欣佳宇浩思长乐", i / 15));
        format!("{surname}{first}{}", pick("明华行重轩涵琪怡欣", i / 165))
    };
    let names: Vec<String> = (0..3000).map(name).collect();
    let keys: Vec<PinyinKey> = names.iter().map(|name| PinyinKey::new(name)).collect();
    let best = |run: &dyn Fn() -> usize| {
        let time = |_| {
            let started = std::time::Instant::now();
            assert!(run() > 0);
            started.elapsed()
        };
        (0..7).map(time).min().unwrap()
    };
    let scan = best(&|| names.iter().filter(|name| name.contains("梓明")).count());
    let typed = Typed::new("wzm");
    let search = best(&|| keys.iter().filter(|key| key.rank_of(&typed).is_some()).count());
    assert!(search < scan * 40, "{search:?} for {scan:?}");
}
