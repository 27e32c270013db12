roster-warned-copy-differs = 另一张工作表里同一名学生有不一样的值，以这一行为准，请核对。
